import { expect, test } from 'vitest';
import { filesOfPages, shortClassNames, withoutDebugNames } from '../scripts/lean.ts';

test('a class has one short name in every build, and another one in another file', () => {
  const name = shortClassNames('/app');
  expect(name('row', '/app/a.module.css')).toMatch(/^_[0-9a-z]{5}$/);
  expect(name('row', '/app/a.module.css?used')).toBe(name('row', '/app/a.module.css'));
  expect(shortClassNames('/elsewhere')('row', '/elsewhere/a.module.css')).toBe(
    name('row', '/app/a.module.css'),
  );
  expect(name('row', '/app/b.module.css')).not.toBe(name('row', '/app/a.module.css'));
});

/** What imports what: before it runs, and only when it is needed. */
const IMPORTS: Readonly<Record<string, readonly [now: readonly string[], later: readonly string[]]>> = {
  '/main.ts': [
    ['/node_modules/react/react.js', '/start.ts'],
    ['/list/Page.ts', '/detail/Page.ts', '/compare/Page.ts'],
  ],
  '/list/Page.ts': [['/format.ts', '/list/table.ts', '/rich.ts'], ['/list/menu.ts']],
  '/list/menu.ts': [['/list/table.ts', '/menus.ts'], []],
  '/detail/Page.ts': [['/format.ts', '/detail/facts.ts', '/copy.ts'], []],
  '/compare/Page.ts': [['/copy.ts', '/rich.ts'], []],
};

test('each module comes in the file of those who need it', () => {
  const groups = filesOfPages('/', 'main.ts', ['list/Page.ts', 'detail/Page.ts']);
  const graph = {
    getModuleInfo: (id: string) => {
      const [importedIds, dynamicallyImportedIds] = IMPORTS[id] ?? [[], []];
      return { importedIds, dynamicallyImportedIds };
    },
  };
  const ordered = groups.toSorted((a, b) => b.priority - a.priority);
  const fileOf = (id: string) =>
    ordered.map(({ name }) => name(id, graph)).find((name) => name !== null) ?? null;
  expect(['/main.ts', '/start.ts', '/format.ts'].map(fileOf)).toEqual(['index', 'index', 'index']);
  expect(fileOf('/node_modules/react/react.js'), 'what changes with a new version only').toBe('libraries');
  expect(['/list/Page.ts', '/list/table.ts'].map(fileOf)).toEqual(['Page.ts', 'Page.ts']);
  expect(fileOf('/rich.ts'), 'the first page needs it, and the comparison').toBe('index');
  expect(fileOf('/copy.ts'), 'the comparison needs it too').toBe('shared');
  expect(['/list/menu.ts', '/menus.ts', '/compare/Page.ts'].map(fileOf)).toEqual([null, null, null]);
});

test('what a package only names for debugging can be left out, and what its code does stays', () => {
  const lines = [
    'var Form = React10.forwardRef(({ action }, ref) => send(action, ref));',
    'Form.displayName = "Form";',
    'var Place = React.createContext(null);',
    'router.displayName = nameOf(router);',
    'function make() { return React.createContext(null); }',
  ];
  expect(withoutDebugNames(lines.join('\n')).split('\n')).toEqual([
    'var Form = /* @__PURE__ */ React10.forwardRef(({ action }, ref) => send(action, ref));',
    '',
    'var Place = /* @__PURE__ */ React.createContext(null);',
    'router.displayName = nameOf(router);',
    'function make() { return React.createContext(null); }',
  ]);
});
