import { plain, useWords } from '@freehold/client/react/kit';

type Props = { readonly values: Readonly<Record<string, unknown>> };

/** Members of a JSON object as a list of names and values; what is unset says so. */
export function Values({ values }: Props) {
  return (
    <dl className="fh-values">
      {Object.entries(values).map(([name, value]) => (
        <div key={name} className="fh-value">
          <dt dir="ltr">{name}</dt>
          <dd>
            <Value name={name} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ name, value }: { readonly name: string; readonly value: unknown }) {
  const { text, locale } = useWords();
  if (value === null || value === '') return <span className="fh-muted">{text('value.notSet')}</span>;
  const instant = typeof value === 'number' ? asInstant(name, value) : undefined;
  if (instant !== undefined) {
    const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' }).format(instant);
    return <time dateTime={instant.toISOString()}>{date}</time>;
  }
  if (typeof value === 'object' && Object.keys(value).length > 0) {
    return (
      <pre className="fh-code" dir="ltr">
        {JSON.stringify(value, undefined, 2)}
      </pre>
    );
  }
  return <bdi>{plain(typeof value === 'string' ? value : JSON.stringify(value), 500)}</bdi>;
}

// Registered JWT times are seconds (RFC 7519 §2), the account's are milliseconds; nothing else says which is which.
function asInstant(name: string, value: number): Date | undefined {
  if (['exp', 'iat', 'nbf', 'auth_time'].includes(name)) return new Date(value * 1000);
  if (/(?:At|_at)$/.test(name)) return new Date(value);
  return undefined;
}
