import type { Operation } from '../../toloka/operation.ts';
import { DetailsSection } from './DetailsSection.tsx';
import page from './DetailPage.module.css';
import { LogSection } from './LogSection.tsx';
import { ParametersSection } from './ParametersSection.tsx';
import { ProgressSection } from './ProgressSection.tsx';
import { RawJson } from './RawJson.tsx';
import { StoryBox } from './StoryBox.tsx';
import { TimelineSection } from './TimelineSection.tsx';
import { UpdatesCard } from './UpdatesCard.tsx';

/** All that is known of an operation: what happened first, the facts beside it, the log below. */
export function OperationBody({ environment, operation }: { environment: string; operation: Operation }) {
  return (
    <div className={page.grid}>
      <div>
        <StoryBox operation={operation} />
        <ProgressSection operation={operation} />
        <TimelineSection operation={operation} />
      </div>
      <div className={page.facts}>
        <DetailsSection operation={operation} />
        <ParametersSection parameters={operation.parameters} />
        <UpdatesCard environment={environment} id={operation.id} />
        <RawJson raw={operation.raw} />
      </div>
      <div className={page.log}>
        <LogSection environment={environment} operation={operation} />
      </div>
    </div>
  );
}
