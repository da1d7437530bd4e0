/** The part of markdown-it that the documentation uses; the package itself has no types. */
declare module "markdown-it" {
  export interface Token {
    type: string;
    tag: string;
    content: string;
    info: string;
    hidden: boolean;
    children: Token[] | null;
    attrGet(name: string): string | null;
    attrSet(name: string, value: string): void;
  }

  export interface State {
    tokens: Token[];
    Token: new (type: string, tag: string, nesting: -1 | 0 | 1) => Token;
  }

  export interface MarkdownItOptions {
    html?: boolean;
    linkify?: boolean;
    typographer?: boolean;
    highlight?: (code: string, language: string) => string;
  }

  // biome-ignore lint/style/noDefaultExport: the package has one.
  export default class MarkdownIt {
    constructor(options?: MarkdownItOptions);
    core: { ruler: { push(name: string, rule: (state: State) => void): void } };
    renderer: { render(tokens: Token[], options: MarkdownItOptions, environment: object): string };
    options: MarkdownItOptions;
    parse(text: string, environment: object): Token[];
    render(text: string, environment?: object): string;
  }
}
