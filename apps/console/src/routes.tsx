import { createBrowserRouter, redirect } from 'react-router';
import { Frame } from './frame/frame.tsx';
import { BrokenPage } from './state/error-boundary.tsx';
import { Loading } from './state/loading.tsx';
import { NotFound } from './state/not-found.tsx';

/** Every address. A page is loaded when it is gone to, with whatever only it uses. */
export const router = createBrowserRouter([
  {
    Component: Frame,
    HydrateFallback: Loading,
    children: [
      {
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, loader: () => redirect('/tasks') },
          { path: 'tasks', lazy: async () => ({ Component: (await import('./queue/queue-page.tsx')).QueuePage }) },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
]);
