import { extname } from 'node:path';
import { build, stop } from 'esbuild';

export interface Bundle {
  readonly js: string;
  /** Empty if the entry is a script that imports no stylesheet. */
  readonly css: string;
}

/**
 * Bundles a script or a stylesheet for the browser.
 * @param entry the absolute path of a .ts, .tsx or .css file
 * @throws esbuild's own error, which names the file and the line, if the entry cannot be bundled
 */
export async function bundle(entry: string): Promise<Bundle> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    legalComments: 'none',
    outdir: '/',
    write: false,
  });
  const textOf = (extension: string): string => outputFiles.find((file) => extname(file.path) === extension)?.text ?? '';
  return { js: textOf('.js'), css: textOf('.css') };
}

/** Ends the process that bundles; the next bundle starts it again. */
export async function endBundling(): Promise<void> {
  await stop();
}
