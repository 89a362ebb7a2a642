/** What of the project a document may name. */
export type Project = {
  /** Names of files, without their folders, as a text may call them once it has named the folder. */
  readonly names: ReadonlySet<string>;
  /** Whether there is a file or folder at a path from the root. */
  readonly exists: (path: string) => boolean;
  readonly scripts: readonly string[];
};

/** Folders whose paths can be told from other words with a slash; `dist` is made by the build. */
const PATH = /(?:^|[\s`"'(])((?:src|e2e|tests|bench|scripts|docs|deploy|public|\.ci)\/[\w./*@-]*)/g;
const FILE = /^(?:[\w-]+\.(?:md|json|ts|tsx|mjs|html|yml|png))$/;
const LINK = /\]\(([^)#\s]+)(?:#[^)\s]*)?(?:\s+"[^"]*")?\)/g;
const NPM_RUN = /\bnpm run ([\w:-]+)/g;
const NPM_SHORT = /\bnpm (start|test)\b/g;

/** Files, folders and npm scripts that a Markdown text names (in backticks, code blocks and links) and that are not there. */
export function brokenReferences(markdown: string, project: Project): string[] {
  const code = [...markdown.matchAll(/```[^\n]*\n([\s\S]*?)```|`([^`\n]+)`/g)].map(
    ([, block, word]) => block ?? word ?? '',
  );
  const found: { at: number; text: string }[] = [];
  const file = (name: string) => {
    const bare = name.replace(/[.,;:]+$/, '').replace(/\/$/, '');
    const pattern = bare.includes('*');
    const there = pattern
      ? project.exists(bare.slice(0, bare.indexOf('*')).replace(/\/[^/]*$/, ''))
      : project.exists(bare);
    if (!there) found.push({ at: markdown.indexOf(name), text: `the file ${bare} does not exist` });
  };
  for (const text of code) {
    for (const [, name] of text.matchAll(PATH)) if (name) file(name);
    if (FILE.test(text) && !project.names.has(text)) file(text);
    for (const [, name] of [...text.matchAll(NPM_RUN), ...text.matchAll(NPM_SHORT)]) {
      if (name && !project.scripts.includes(name)) {
        found.push({ at: markdown.indexOf(text), text: `the npm script "${name}" does not exist` });
      }
    }
  }
  for (const [, target] of markdown.matchAll(LINK)) {
    if (target && !/^[a-z]+:/i.test(target)) file(target);
  }
  const texts = found.toSorted((a, b) => a.at - b.at).map(({ text }) => text);
  return [...new Set(texts)];
}
