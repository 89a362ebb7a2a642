import type { Json } from '../../toloka/operation.ts';
import { t } from '../../words/words.ts';
import { FactList } from './FactList.tsx';
import { factsOf } from './facts.ts';
import { Section } from './Section.tsx';

/** What the operation was asked to do. */
export function ParametersSection({ parameters }: { parameters: Json }) {
  const facts = factsOf(parameters);
  return (
    <Section title={t('Parameters')} look="card">
      {facts.length > 0 ? <FactList facts={facts} /> : <p className="muted">{t('None')}</p>}
    </Section>
  );
}
