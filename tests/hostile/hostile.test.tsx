import fc from 'fast-check';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { hostileDetail, hostileList } from '../../e2e/hostile.ts';
import { RequestFailure } from '../../src/app/api/failure.ts';
import { readableAnswer } from '../../src/app/api/readableAnswer.ts';
import { readAnswer } from '../../src/app/api/readAnswer.ts';
import { readOperation } from '../../src/app/api/readOperation.ts';
import { BatchCountsView } from '../../src/app/detail/BatchCountsView.tsx';
import { AnswerList } from '../../src/app/detail/AnswerList.tsx';
import { factsOf, answersOf, awaitedAnswers, cloneFacts } from '../../src/app/detail/facts.ts';
import { FactList } from '../../src/app/detail/FactList.tsx';
import { RawJson } from '../../src/app/detail/RawJson.tsx';
import { timelineOf } from '../../src/app/detail/timeline.ts';
import { headingOf, statusWord, windowTitle } from '../../src/app/detail/titles.ts';
import { operationSummary, statusTone } from '../../src/app/presentation.ts';
import { CodeBlock } from '../../src/app/ui/CodeBlock.tsx';
import { decodeBatchCounts } from '../../src/toloka/batchCounts.ts';
import { parseJson } from '../../src/toloka/exactJson.ts';
import { decodeOperationList, sameReading, type Operation } from '../../src/toloka/operation.ts';
import { takesEndBack } from '../../src/toloka/reading.ts';
import { readableJson } from '../../src/toloka/readableJson.ts';

const RUNS = 700;
const PATIENCE_MS = 60_000;

/** What the page makes of an answer: a value, or a failure that holds the answer as a text. */
function outcome<Value>(make: () => Value): Value | null {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RequestFailure)) throw error;
    expect(error.code).toBe('UNEXPECTED');
    expect(renderToStaticMarkup(<CodeBlock text={readableAnswer(error) ?? ''} />)).toMatch(/<pre.*<\/pre>/s);
    expect(readableAnswer(error)).not.toBe('');
    return null;
  }
}

const answer = (text: string) => ({ value: parseJson(text), text, at: 0 });

/** Draws what an operation's page and row say of it, without what needs a browser. */
function draw(operation: Operation): string {
  const { parameters, details, raw } = operation;
  const counts = decodeBatchCounts(details);
  const words = [
    headingOf(operation),
    statusWord(operation),
    windowTitle(operation, 'Demo'),
    operationSummary(operation),
    statusTone(operation.status),
  ];
  for (const { after } of timelineOf(operation)) {
    if (after?.kind === 'past') expect(after.ms).toBeGreaterThanOrEqual(0);
  }
  return renderToStaticMarkup(
    <>
      {words.join(' ')}
      <FactList facts={[...factsOf(parameters), ...factsOf(details), ...cloneFacts(operation)]} />
      <AnswerList answers={[...(answersOf(details) ?? []), ...(awaitedAnswers(parameters) ?? [])]} />
      <BatchCountsView counts={counts} />
      <RawJson raw={raw} />
      <CodeBlock text={readableJson(raw)} />
    </>,
  );
}

test(
  'whatever comes as a list becomes rows that can be drawn, or is shown as it came',
  () => {
    fc.assert(
      fc.property(hostileList, (text) => {
        const list = outcome(() => readAnswer(answer(text), decodeOperationList));
        for (const operation of list?.items ?? []) {
          expect(draw(operation)).toContain('Raw JSON');
          expect(sameReading(operation, operation)).toBe(true);
          expect(takesEndBack(operation, operation)).toBe(false);
        }
      }),
      { numRuns: RUNS },
    );
  },
  PATIENCE_MS,
);

test(
  'whatever comes as an operation can be drawn, or is shown as it came',
  () => {
    fc.assert(
      fc.property(hostileDetail('one'), (text) => {
        const operation = outcome(() => readOperation(answer(text), 'one'));
        if (operation) expect(draw(operation).length).toBeLessThan(2_000_000);
      }),
      { numRuns: RUNS },
    );
  },
  PATIENCE_MS,
);

test('an answer about another operation is not taken for this one', () => {
  const asked = () => readOperation(answer('{"id":"two","status":"FAIL"}'), 'one');
  expect(asked).toThrow('the answer is about another operation.');
  expect(readOperation(answer('{"id":"ONE"}'), 'one').id).toBe('ONE');
});
