import { LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, TitleComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import type { GrowthPoint } from "./outcome.js";

/** Draws time (left) and memory (right) over size, as the text of an SVG file. The axes of size and time are logarithmic. */
export function growthPlot(title: string, sizeName: string, points: readonly GrowthPoint[]): string {
  use([LineChart, GridComponent, LegendComponent, TitleComponent, SVGRenderer]);
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 760, height: 380 });
  const axis = { nameLocation: "middle" as const, nameGap: 42 };
  chart.setOption({
    animation: false,
    backgroundColor: "#ffffff",
    title: { text: title, left: "center", top: 4 },
    legend: { top: 40 },
    grid: { left: 80, right: 80, top: 80, bottom: 60 },
    xAxis: { type: "log", name: sizeName, ...axis, nameGap: 30, logBase: sizeName === "records" ? 10 : 2 },
    yAxis: [
      { type: "log", name: "seconds", ...axis },
      { type: "value", name: "MiB of live heap", ...axis, min: 0, splitLine: { show: false } },
    ],
    series: [
      {
        type: "line",
        name: "time",
        color: "#1f6feb",
        data: points.map(({ size, seconds }) => [size, seconds]),
      },
      {
        type: "line",
        name: "memory",
        color: "#b35900",
        lineStyle: { type: "dashed" },
        symbol: "rect",
        yAxisIndex: 1,
        data: points.map(({ size, heapMiB }) => [size, Math.max(0, heapMiB)]),
      },
    ],
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return `${svg}\n`;
}
