import { decodeBatchCounts } from '../../toloka/batchCounts.ts';
import { isJsonObject, type Operation } from '../../toloka/operation.ts';
import { isTerminal } from '../../toloka/vocabulary.ts';
import { AnswerList } from './AnswerList.tsx';
import { BatchCountsView } from './BatchCountsView.tsx';
import { FactList } from './FactList.tsx';
import { answersOf, cloneFacts, factsOf, withoutCounts } from './facts.ts';
import { Section } from './Section.tsx';
import { cloneResult } from './sentence.ts';

/** What came of the operation, as far as the API tells. */
export function DetailsSection({ operation }: { operation: Operation }) {
  return (
    <Section title="Details" look="card">
      <Outcome operation={operation} />
    </Section>
  );
}

function Outcome({ operation }: { operation: Operation }) {
  const { details, status } = operation;
  const counts = decodeBatchCounts(details);
  if (counts && isJsonObject(details)) {
    const rest = factsOf(withoutCounts(details));
    return (
      <>
        <BatchCountsView counts={counts} />
        {rest.length > 0 && <FactList facts={rest} />}
      </>
    );
  }
  const answers = answersOf(details);
  if (answers) return <AnswerList answers={answers} />;
  const facts = cloneResult(operation) === null ? factsOf(details) : cloneFacts(operation);
  if (facts.length > 0) return <FactList facts={facts} />;
  return (
    <p className="muted">
      {isTerminal(status) ? 'The API sent none.' : 'Filled in when the operation ends.'}
    </p>
  );
}
