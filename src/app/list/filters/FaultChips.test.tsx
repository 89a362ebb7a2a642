import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { parseListSearch } from '../../../toloka/parseSearch.ts';
import { FaultChips } from './FaultChips.tsx';

const nothing = () => {};
const markup = (query: string) =>
  renderToStaticMarkup(<FaultChips search={parseListSearch(query)} commit={nothing} onLastGone={nothing} />);
const count = (text: string, part: string) => text.split(part).length - 1;

describe('the chips of what the URL says wrongly', () => {
  test('are one a fault, with a way to remove it and, where one is near, a way to mend it', () => {
    const html = markup('status=FIAL&id_gt=&submitted_gte=yesterday&limit=1000&foo=1');
    for (const name of ['status', 'id_gt', 'submitted_gte', 'limit', 'foo']) {
      expect(count(html, `aria-label="Remove ${name}"`)).toBe(1);
    }
    expect(html.match(/Use [\w-]+/g)).toEqual(['Use FAIL', 'Use now-24h', 'Use 300']);
  });

  test('show markup as text', () => {
    const html = markup('foo=<img src=x onerror=alert(1)>');
    expect(html).not.toContain('<img');
    expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  });

  test('are not there without a fault', () => {
    expect(markup('status=FAIL')).toBe('');
  });

  test('do not fill the page when thousands are wrong', () => {
    const html = markup(Array.from({ length: 3000 }, (_, index) => `p${index}=1`).join('&'));
    expect(count(html, 'aria-label="Remove ')).toBe(20);
    expect(html).toContain('Show 2980 more');
  });
});
