import type { Plugin } from 'vite';

/** The bundler's own helpers, which it gives a file of their own wherever modules are grouped by hand. */
const RUNTIME = 'rolldown-runtime';
/** The file that they are put into: each of the others imports it, or comes after it. */
const HOME = 'libraries';
/** Before a helper's name in its new home; the bundler's own names are short. */
const MARK = '__h_';

/** The names of an `import` or an `export`, each with what it is called on the other side. */
function namesOf(list: string): [string, string][] {
  return list.split(',').map((each) => {
    const [name = '', other = name] = each.trim().split(' as ');
    return [name, other];
  });
}

/**
 * A file's code with the helpers (`runtime`, the code of `runtimeFile`) written out at its beginning, and exported for the
 * other files. Throws when either is not what the bundler writes today.
 */
export function withHelpers(code: string, runtime: string, runtimeFile: string): string {
  const helpers = /^([^]*)export\{([^}]*)\};?\s*$/.exec(runtime);
  if (!helpers)
    throw new Error(`${runtimeFile} does not end with its exports: this bundler works another way`);
  const [, body = '', exported = ''] = helpers;
  const names = namesOf(exported);
  const made = names.map(([inside]) => inside).join(',');
  const [importing, used = ''] = importOf(runtimeFile).exec(code) ?? [];
  if (importing === undefined) throw new Error(`${HOME} does not import ${runtimeFile}`);
  const own = namesOf(used)
    .map(([name, local]) => `,${local}=${MARK}${name}`)
    .join('');
  const marked = names.map(([, name]) => `${MARK}${name}`).join(',');
  const rest = code.replace(importing, '').replace(/export\{([^}]*)\};?\s*$/, `export{$1,${marked}};\n`);
  if (!rest.includes(`,${marked}}`)) throw new Error(`${HOME} does not end with its exports`);
  return `var[${marked}]=(()=>{${body}return[${made}]})()${own};${rest}`;
}

/** A file's code with the helpers imported from their new home, together with what else comes from there. */
export function fromHome(code: string, runtimeFile: string, home: string): string {
  const [importing, used = ''] = importOf(runtimeFile).exec(code) ?? [];
  if (importing === undefined) return code;
  const names = namesOf(used).map(([name, local]) => `${MARK}${name} as ${local}`);
  const rest = code.replace(importing, '');
  const [, others] = importOf(home).exec(rest) ?? [];
  const all = `import{${[...(others === undefined ? [] : [others]), ...names].join(',')}}from"./${home}";`;
  return others === undefined ? all + rest : rest.replace(importOf(home), () => all);
}

/** The statement that imports a file of the same folder. */
function importOf(file: string): RegExp {
  return new RegExp(`import\\{([^}]*)\\}from["'\`]\\./${file.replaceAll('.', '\\.')}["'\`];?`);
}

/** What the files are made by, beside the bundler: when it changes, their names do. */
const SHAPES = [namesOf, withHelpers, fromHome, importOf, MARK];

/**
 * Vite plugin: puts the bundler's helpers, 0.7 kB, into the libraries' file. In a file of their own they are a request more
 * than the six that a browser makes at once of one server, so that something waited before the first row: about 4 % of its
 * time. The bundler lets no group take them.
 */
export function oneFileLess(): Plugin {
  return {
    name: 'one-file-less',
    apply: 'build',
    applyToEnvironment: ({ name }) => name === 'client',
    // A file's name is made before this, and a browser keeps a file by its name for ever.
    augmentChunkHash: () => SHAPES.map(String).join(''),
    generateBundle: {
      // Before the page's head is written, which names the files.
      order: 'pre',
      handler({ sourcemap }, bundle) {
        // A map would no longer be of its file. Whoever wants maps can do with a request more.
        if (sourcemap) return;
        const chunks = Object.values(bundle).filter((each) => each.type === 'chunk');
        const find = (wanted: string) => chunks.find(({ name }) => name === wanted);
        const [runtime, home] = [find(RUNTIME), find(HOME)];
        if (!runtime || !home) throw new Error(`the build has no ${RUNTIME} or no ${HOME}`);
        const file = runtime.fileName.replace(/^.*\//, '');
        home.code = withHelpers(home.code, runtime.code, file);
        for (const chunk of chunks) {
          chunk.code = fromHome(chunk.code, file, home.fileName.replace(/^.*\//, ''));
          const others = chunk.imports.filter((each) => each !== runtime.fileName);
          if (others.length === chunk.imports.length) continue;
          chunk.imports =
            chunk === home || others.includes(home.fileName) ? others : [home.fileName, ...others];
        }
        delete bundle[runtime.fileName];
        const left = chunks.find(({ code, name }) => name !== RUNTIME && code.includes(file));
        if (left) throw new Error(`${left.fileName} still names ${file}`);
      },
    },
  };
}
