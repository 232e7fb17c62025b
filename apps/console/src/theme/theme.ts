import { type ThemeConfig, theme } from 'antd';

interface Circumstances {
  readonly isCompact: boolean;
  readonly isPhone: boolean;
}

/** The same colours stand in tokens.css, for what is not a component of antd. */
export const themeFor = ({ isCompact, isPhone }: Circumstances): ThemeConfig => ({
  algorithm: isCompact ? [theme.compactAlgorithm] : [theme.defaultAlgorithm],
  token: {
    colorPrimary: '#0958d9',
    // White on antd's own is too faint to read.
    colorPrimaryHover: '#1f63d6',
    colorErrorHover: '#c5292f',
    colorLink: '#0958d9',
    colorLinkHover: '#1f63d6',
    colorInfo: '#0958d9',
    colorSuccess: '#237804',
    colorWarning: '#8f5200',
    colorError: '#b8141a',
    colorWarningBg: '#fff6e6',
    colorWarningBorder: '#f0d9ad',
    colorErrorBg: '#fdeeee',
    colorErrorBorder: '#f3c4c4',
    colorSuccessBg: '#eef7ea',
    colorSuccessBorder: '#c6e3b8',
    colorInfoBg: '#eaf1fe',
    colorInfoBorder: '#bcd3f8',
    colorText: '#1d2129',
    colorTextSecondary: '#4e5561',
    colorTextTertiary: '#5f6672',
    colorTextDescription: '#5f6672',
    colorTextPlaceholder: '#6b7280',
    // A placeholder is read on it too.
    colorBgContainerDisabled: '#fafafa',
    colorBorder: '#c9ced6',
    colorBorderSecondary: '#e6e9ee',
    colorBgLayout: '#f6f7f9',
    fontFamily: 'var(--sans)',
    fontSize: isPhone ? 16 : 14,
    borderRadius: 6,
    controlHeight: isPhone ? 40 : 34,
    motionDurationFast: '0.08s',
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.14s',
    boxShadow: '0 6px 24px rgb(29 33 41 / 12%)',
    boxShadowSecondary: '0 4px 16px rgb(29 33 41 / 10%)',
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
});
