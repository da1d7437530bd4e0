/** What is used of cli-progress 3, which brings no types. */
declare module "cli-progress" {
  import type { Writable } from "node:stream";

  export interface BarState {
    readonly value: number;
    readonly total: number;
    /** 0 to 1. */
    readonly progress: number;
  }

  export interface Options<Payload> {
    readonly format: (options: unknown, state: BarState, payload: Payload) => string;
    readonly stream: Writable;
    readonly fps?: number;
    readonly hideCursor?: boolean;
    readonly clearOnComplete?: boolean;
    readonly stopOnComplete?: boolean;
    readonly gracefulExit?: boolean;
    readonly linewrap?: boolean;
    readonly emptyOnZero?: boolean;
    readonly forceRedraw?: boolean;
  }

  export class SingleBar<Payload extends object> {
    constructor(options: Options<Payload>);
    start(total: number, value: number, payload: Payload): void;
    update(value: number, payload: Payload): void;
    setTotal(total: number): void;
    stop(): void;
  }

  export class MultiBar<Payload extends object> {
    constructor(options: Options<Payload>);
    create(total: number, value: number, payload: Payload): SingleBar<Payload>;
    update(): void;
    stop(): void;
  }

  const library: { readonly SingleBar: typeof SingleBar; readonly MultiBar: typeof MultiBar };
  // biome-ignore lint/style/noDefaultExport: the library has one.
  export default library;
}
