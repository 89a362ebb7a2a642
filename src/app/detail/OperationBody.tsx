import type { RefObject } from 'react';
import type { Operation } from '../../toloka/operation.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { Guarded } from '../Guarded.tsx';
import { DetailsSection } from './DetailsSection.tsx';
import page from './DetailPage.module.css';
import { LogHandle, type ReadLog } from './log/LogHandle.tsx';
import { LogProvider } from './log/LogProvider.tsx';
import { LogSection } from './log/LogSection.tsx';
import { WhyFailed } from './log/WhyFailed.tsx';
import { ParametersSection } from './ParametersSection.tsx';
import { ProgressSection } from './ProgressSection.tsx';
import { RawJson } from './RawJson.tsx';
import { StoryBox } from './StoryBox.tsx';
import { TimelineSection } from './TimelineSection.tsx';

/**
 * All that is known of an operation, in the order in which one asks: how far, when, what came of it and why, the counts,
 * what was asked for, the log, the answer itself. The document has that order at every width.
 */
export function OperationBody({
  environment,
  operation,
  logHandle,
}: {
  environment: string;
  operation: Operation;
  logHandle: RefObject<ReadLog | null>;
}) {
  const { raw } = operation;
  const data = () => raw;
  return (
    <LogProvider environment={environment} operation={operation}>
      <LogHandle handle={logHandle} />
      <div className={page.grid}>
        <div className={page.main}>
          <Guarded what="The progress" made={raw} data={data}>
            <ProgressSection environment={environment} operation={operation} />
          </Guarded>
          <Guarded what="The timeline" made={raw} data={data}>
            <TimelineSection operation={operation} />
          </Guarded>
          <Guarded what="The result" made={raw} data={data}>
            <StoryBox operation={operation} />
          </Guarded>
          <Guarded what="Why it failed" made={raw}>
            <WhyFailed />
          </Guarded>
        </div>
        <div className={page.facts}>
          <Guarded what="Details" made={raw} data={data}>
            <DetailsSection operation={operation} />
          </Guarded>
          <Guarded what="Parameters" made={raw} data={data}>
            <ParametersSection parameters={operation.parameters} />
          </Guarded>
        </div>
        {/* At the end a log comes, and reasons before it: a box of its own, rather than one that is pushed down. */}
        <div key={isTerminal(operation.status) ? 'ended' : 'open'} className={page.log}>
          <Guarded what="The log" made={raw}>
            <LogSection />
          </Guarded>
        </div>
        <div className={page.raw}>
          <Guarded what="The raw JSON" made={raw} data={data}>
            <RawJson raw={raw} />
          </Guarded>
        </div>
      </div>
    </LogProvider>
  );
}
