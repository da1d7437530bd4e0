/** A targets file over the simulator: the beginnings of some ids say how their backups go. */
export function labTargets(urls: Readonly<Record<"dcs" | "vbs" | "starrocks", string>>): string {
  return `accounts: { default: {} }
defaults:
  account: default
  objective: { maxAge: 26h, maxDuration: 4h }
groups:
  caches: { service: dcs, api: v2, cloud: huaweicloud, region: eu-west-101, baseUrl: "${urls.dcs}" }
  volumes: { service: vbs, baseUrl: "${urls.vbs}" }
  warehouses: { service: starrocks, region: eu-central-1, baseUrl: "${urls.starrocks}" }
targets:
  - { group: caches, name: sessions, instance: prod-sessions }
  - { group: caches, name: carts, instance: prod-carts, objective: { minRestorable: 3 } }
  - { group: caches, name: search, instance: failing-search }
  - { group: caches, name: reports, instance: late-reports }
  - { group: caches, name: archive, instance: forbidden-archive }
  - { group: volumes, name: nightly, policy: prod-nightly }
  - { group: volumes, name: weekly, policy: stuck-weekly }
  - { group: warehouses, name: orders, cluster: prod-orders }
  - { group: warehouses, name: events, cluster: late-events }
`;
}
