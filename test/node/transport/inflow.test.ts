import { setImmediate } from "node:timers/promises";
import zlib from "node:zlib";
import { expect, test, vi } from "vitest";
import { Inflow } from "../../../src/node/transport/inflow.js";

/** A body whose connection does nothing but count. */
class Body extends Inflow {
  readonly pause = vi.fn();
  readonly resume = vi.fn();
  readonly close = vi.fn();
}

const zipped = zlib.gzipSync(Buffer.alloc(1_000_000, "fake record "));

test("what is decompressed more slowly than it comes holds the connection back, and goes on", async () => {
  const body = new Body("gzip", zlib);
  let bytes = 0;
  const read = body.read((chunk) => {
    bytes += chunk.byteLength;
  });
  // More than a decoder takes at once.
  const filler = Array.from({ length: 100 }, () => zipped);
  for (const chunk of filler) body.push(chunk);
  expect(body.pause).toHaveBeenCalled();
  await vi.waitFor(() => expect(body.resume).toHaveBeenCalled());
  body.end();
  await read;
  expect(bytes).toBe(100_000_000);
});

test("what comes without end although it was held back is given up, with its connection", async () => {
  const body = new Body("gzip", zlib);
  const read = body.read(() => {});
  body.push(zipped);
  body.push(Buffer.alloc(65 * 2 ** 20));
  body.push(zipped);
  await expect(read).rejects.toMatchObject({
    code: "Z_BEHIND",
    message: "it comes faster than it can be decompressed",
  });
  expect(body.close).toHaveBeenCalledOnce();
  // What still comes is nobody's.
  body.push(zipped);
  body.end();
  await setImmediate();
  expect(body.close).toHaveBeenCalledOnce();
});
