export { type ConfigPlaces, type LoadedConfig, loadConfig } from "./config/load.js";
export { type ChangesConfig, ConfigError, SOURCE_KINDS, type SourceKind } from "./config/model.js";
export { compileFilter, type FilterOptions, NO_FILTER } from "./filters/filter.js";
export { eventJson, eventLine } from "./formats/event.js";
export { FORMATS, type Format, type FormatView, formatReport, type Limit } from "./formats/format.js";
export { type Painter, painter } from "./formats/paint.js";
export * from "./model.js";
export { botsCalled, nameOf, type People, peopleCalled, teamFinder } from "./people.js";
export { plotReviewRate } from "./plot/plot.js";
export type { Arrangement } from "./reports/arrange.js";
export { REPORTS } from "./reports/catalogue.js";
export type { Collector, Report, ReportContext } from "./reports/report.js";
export type { Column, Outcome, Row, Table, Thread } from "./reports/table.js";
export {
  type ChangeReference,
  parseChange,
  type ReportRequest,
  type ReportResult,
  requireChange,
  runReport,
} from "./run-report.js";
export { resolveSettings, type Settings, type Wishes } from "./settings.js";
export * from "./sources/index.js";
