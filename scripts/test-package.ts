/**
 * Tests the package as it would be published: packs the tarball, installs it into clean projects, and checks there
 * every promise that an installed package makes. See `--help`.
 */
import { main } from "./test-package/main.js";

process.exitCode = await main(process.argv.slice(2));
