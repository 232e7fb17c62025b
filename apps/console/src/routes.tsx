import { createBrowserRouter } from 'react-router';
import { Frame } from './frame/frame.tsx';
import { BrokenPage } from './state/error-boundary.tsx';
import { Loading } from './state/loading.tsx';
import { NotFoundPage } from './state/not-found.tsx';

/** Every address. A page is loaded when it is gone to, with whatever only it uses. */
export const router = createBrowserRouter([
  {
    Component: Frame,
    HydrateFallback: Loading,
    children: [
      {
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, lazy: async () => ({ Component: (await import('./workbench/workbench-page.tsx')).WorkbenchPage }) },
          { path: 'tasks', lazy: async () => ({ Component: (await import('./queue/queue-page.tsx')).QueuePage }) },
          { path: 'cases/:id', lazy: async () => ({ Component: (await import('./case/case-page.tsx')).CasePage }) },
          { path: 'reports', lazy: async () => ({ Component: (await import('./report/reports-page.tsx')).ReportsPage }) },
          { path: 'reports/:school', lazy: async () => ({ Component: (await import('./report/reports-page.tsx')).ReportsPage }) },
          {
            path: 'reports/:school/standing',
            lazy: async () => ({ Component: (await import('./report/evidence-page.tsx')).EvidencePage }),
          },
          {
            path: 'reports/:school/:report/:period',
            lazy: async () => ({ Component: (await import('./report/report-page.tsx')).ReportPage }),
          },
          { path: 'follow-up', lazy: async () => ({ Component: (await import('./follow-up/follow-up-page.tsx')).FollowUpPage }) },
          { path: 'follow-up/open', lazy: async () => ({ Component: (await import('./follow-up/behind-page.tsx')).OpenBehindPage }) },
          { path: 'follow-up/decided', lazy: async () => ({ Component: (await import('./follow-up/behind-page.tsx')).DecidedBehindPage }) },
          { path: 'monitoring', lazy: async () => ({ Component: (await import('./report/monitoring-page.tsx')).MonitoringPage }) },
          {
            path: 'organisations',
            lazy: async () => ({ Component: (await import('./administration/organisations-page.tsx')).OrganisationsPage }),
          },
          {
            path: 'organisations/people/:id',
            lazy: async () => ({ Component: (await import('./administration/administered-person-page.tsx')).AdministeredPersonPage }),
          },
          {
            path: 'organisations/people/:id/handover',
            lazy: async () => ({ Component: (await import('./administration/handover-page.tsx')).HandoverPage }),
          },
          {
            path: 'definitions',
            lazy: async () => ({ Component: (await import('./definition/definitions-page.tsx')).DefinitionsPage }),
          },
          {
            path: 'definitions/coverage',
            lazy: async () => ({ Component: (await import('./clauses/coverage-page.tsx')).CoveragePage }),
          },
          { path: 'definitions/:key', lazy: async () => ({ Component: (await import('./definition/process-page.tsx')).ProcessPage }) },
          {
            path: 'definitions/:key/compare',
            lazy: async () => ({ Component: (await import('./definition/compare-page.tsx')).ComparePage }),
          },
          {
            path: 'definitions/:key/assignability',
            lazy: async () => ({ Component: (await import('./assignability/assignability-page.tsx')).AssignabilityPage }),
          },
          {
            path: 'definitions/drafts/:id/assignability',
            lazy: async () => ({ Component: (await import('./assignability/assignability-page.tsx')).AssignabilityPage }),
          },
          {
            path: 'definitions/:key/migration',
            lazy: async () => ({ Component: (await import('./migration/migration-page.tsx')).MigrationPage }),
          },
          { path: 'system', lazy: async () => ({ Component: (await import('./administration/running-page.tsx')).RunningPage }) },
          {
            path: 'system/incidents',
            lazy: async () => ({ Component: (await import('./administration/incidents-page.tsx')).IncidentsPage }),
          },
          { path: 'system/channels', lazy: async () => ({ Component: (await import('./administration/channels-page.tsx')).ChannelsPage }) },
          {
            path: 'system/deliveries',
            lazy: async () => ({ Component: (await import('./administration/deliveries-page.tsx')).DeliveriesPage }),
          },
          { path: 'system/calendar', lazy: async () => ({ Component: (await import('./administration/calendar-page.tsx')).CalendarPage }) },
          { path: 'system/rules', lazy: async () => ({ Component: (await import('./administration/rules-page.tsx')).RulesPage }) },
          {
            path: 'system/histories',
            lazy: async () => ({ Component: (await import('./administration/histories-page.tsx')).HistoriesPage }),
          },
          { path: 'system/audit', lazy: async () => ({ Component: (await import('./administration/audit-page.tsx')).AuditPage }) },
          {
            path: 'definitions/:key/what-if',
            lazy: async () => ({ Component: (await import('./simulator/what-if-page.tsx')).WhatIfPage }),
          },
          {
            path: 'definitions/:key/duration',
            lazy: async () => ({ Component: (await import('./duration/duration-page.tsx')).DurationPage }),
          },
          {
            path: 'definitions/drafts/:id/try',
            lazy: async () => ({ Component: (await import('./designer/designer-page.tsx')).DraftTryPage }),
          },
          { path: 'definitions/:key/try', lazy: async () => ({ Component: (await import('./simulator/try-page.tsx')).TryPage }) },
          {
            path: 'definitions/drafts/:id',
            lazy: async () => ({ Component: (await import('./designer/designer-page.tsx')).DesignerPage }),
          },
          { path: 'start', lazy: async () => ({ Component: (await import('./start/start-page.tsx')).StartPage }) },
          { path: 'start/:definition', lazy: async () => ({ Component: (await import('./start/fill-page.tsx')).FillPage }) },
          { path: 'meetings', lazy: async () => ({ Component: (await import('./meeting/meetings-page.tsx')).MeetingsPage }) },
          { path: 'meetings/:id', lazy: async () => ({ Component: (await import('./meeting/meeting-page.tsx')).MeetingPage }) },
          { path: 'notices', lazy: async () => ({ Component: (await import('./notice/notices-page.tsx')).NoticesPage }) },
          { path: 'me/absences', lazy: async () => ({ Component: (await import('./absence/absence-page.tsx')).AbsencePage }) },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
  {
    path: 'cases/:id/print',
    ErrorBoundary: BrokenPage,
    HydrateFallback: Loading,
    lazy: async () => ({ Component: (await import('./print/print-page.tsx')).PrintPage }),
  },
  {
    path: 'definitions/:key/guide',
    ErrorBoundary: BrokenPage,
    HydrateFallback: Loading,
    lazy: async () => ({ Component: (await import('./guide/guide-page.tsx')).GuidePage }),
  },
]);
