import { Option } from "commander";
import type { BackupService } from "../../records/record.js";
import type { Cloud } from "../../records/service.js";
import { services } from "../../services.js";
import { oneOf, someOf, wordsOf } from "../values.js";

/** Where to look for targets, in place of a targets file. */
export interface PlaceOptions {
  readonly cloud?: Cloud;
  readonly region?: readonly string[];
  readonly service?: readonly BackupService[];
  readonly project?: readonly string[];
}

const serviceNames = services.map(({ name }) => name);
export const cloudNames = [...new Set(services.flatMap(({ clouds }) => clouds))];

/** The options that say where to look for targets. */
export function placeOptions(): Option[] {
  const option = (flags: string, text: string) => new Option(flags, `without a targets file: ${text}`);
  return [
    option("--cloud <cloud>", "audit all that is found in this cloud")
      .choices(cloudNames)
      .argParser(oneOf(cloudNames)),
    option("--region <region...>", "in these regions; default: that of the credentials").argParser(wordsOf),
    option("--service <service...>", "of these services; default: all of the cloud")
      .choices(serviceNames)
      .argParser(someOf(serviceNames)),
    option("--project <id...>", "in these projects; default: that of the credentials").argParser(wordsOf),
  ];
}
