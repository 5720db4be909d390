import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon';

export interface NoticeProps {
  readonly tone: 'info' | 'success' | 'warning' | 'error';
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  /** Buttons. */
  readonly actions?: ReactNode;
  /** Read out as soon as it appears. @default true for errors, politely otherwise */
  readonly announce?: 'assertive' | 'polite' | 'off';
}

const ICONS: Record<NoticeProps['tone'], IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  error: 'error',
};

/** Something to know, where it matters. */
export function Notice({ tone, title, children, actions, announce }: NoticeProps) {
  const urgency = announce ?? (tone === 'error' ? 'assertive' : 'polite');
  const role = urgency === 'off' ? undefined : urgency === 'assertive' ? 'alert' : 'status';
  return (
    <div className="cpb-Notice" data-tone={tone} role={role}>
      <Icon name={ICONS[tone]} className="cpb-Notice-icon" />
      <div className="cpb-Notice-body">
        {title == null ? null : <div className="cpb-Notice-title">{title}</div>}
        {children}
      </div>
      {actions == null ? null : <div className="cpb-Notice-actions">{actions}</div>}
    </div>
  );
}
