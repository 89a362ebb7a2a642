import { ENVIRONMENTS, isEnvironmentName } from '../toloka/environments.ts';
import { t } from '../words/words.ts';

/**
 * The environments that this server can show, first one first, as it wrote them into the page
 * (`<meta name="toloka-environments">`). Names it does not know are left out.
 */
export function configuredEnvironments(page: Document = document): string[] {
  const content = page.querySelector('meta[name="toloka-environments"]')?.getAttribute('content') ?? '';
  return content.split(/\s+/).filter(isEnvironmentName);
}

/** An environment's name for people; an unknown one is its own name. */
export function environmentLabel(name: string): string {
  return isEnvironmentName(name) ? t(ENVIRONMENTS[name].label) : name;
}
