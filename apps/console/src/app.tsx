import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, App as Messages } from 'antd';
import english from 'antd/locale/en_US';
import chinese from 'antd/locale/zh_CN';
import { RouterProvider } from 'react-router/dom';
import { queries } from './api/query-client.ts';
import { router } from './routes.tsx';
import { SessionGate } from './session/session-gate.tsx';
import { usePhone } from './theme/media.ts';
import { usePreferences } from './theme/preferences.ts';
import { themeFor } from './theme/theme.ts';
import { useLanguage } from './words/language.ts';

export function App() {
  const isCompact = usePreferences((state) => state.isCompact);
  const isPhone = usePhone();
  const locale = useLanguage() === 'en' ? english : chinese;
  return (
    <ConfigProvider locale={locale} theme={themeFor({ isCompact, isPhone })} button={{ autoInsertSpace: false }} wave={{ disabled: true }}>
      <Messages>
        <QueryClientProvider client={queries}>
          <SessionGate>
            <RouterProvider router={router} />
          </SessionGate>
        </QueryClientProvider>
      </Messages>
    </ConfigProvider>
  );
}
