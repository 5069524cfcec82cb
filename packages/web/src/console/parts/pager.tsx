import { ChevronIcon, useWords } from '@freehold/client/react/kit';
import { NativeSelect } from '@mantine/core';
import { ConsoleLink } from './console-link.tsx';
import { type ListPlace, pageSizes, placeQuery } from './list-address.ts';

type Props = {
  /** The list's path below `/console`. */
  readonly path: string;
  readonly place: ListPlace;
  /** How many there are on all pages. */
  readonly total: number;
  readonly onPageSize: (size: number) => void;
};

/** The way through the pages of a list: which one is shown, the one before and the one after, how long they are. */
export function Pager({ path, place, total, onPageSize }: Props) {
  const { text } = useWords();
  const pages = Math.max(1, Math.ceil(total / place.pageSize));
  const at = (page: number) => {
    const query = placeQuery({ ...place, page });
    return query === '' ? path : `${path}?${query}`;
  };
  if (total <= pageSizes[0]) return null;
  return (
    <nav className="fh-pager" aria-label={text('console.pages')}>
      <p className="fh-muted">{text('console.page_of', { page: place.page, pages })}</p>
      <ul className="fh-pager-links">
        {place.page > 1 ? (
          <li>
            <ConsoleLink to={at(place.page - 1)}>{text('console.page_before')}</ConsoleLink>
          </li>
        ) : null}
        {place.page < pages ? (
          <li>
            <ConsoleLink to={at(place.page + 1)}>{text('console.page_after')}</ConsoleLink>
          </li>
        ) : null}
      </ul>
      <NativeSelect
        label={text('console.page_size')}
        className="fh-tool"
        rightSection={<ChevronIcon />}
        value={String(place.pageSize)}
        onChange={event => onPageSize(Number(event.currentTarget.value))}
      >
        {pageSizes.map(size => (
          <option key={size} value={size}>
            {size}
          </option>
        ))}
      </NativeSelect>
    </nav>
  );
}
