/** What a file becomes for a page: bundled and minified text, made when the command line is built. */
declare module "*?bundled" {
  export const text: string;
}
