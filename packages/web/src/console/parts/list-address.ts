/** Whom a list of people can be narrowed to. */
export const statuses = ['all', 'active', 'suspended'] as const;
export type Status = (typeof statuses)[number];

/** Where in a list one is: what is looked for, of whom, which page, how long pages are. */
export interface ListPlace {
  readonly search: string;
  readonly status: Status;
  readonly page: number;
  readonly pageSize: number;
}

/** How long the pages of a list can be. */
export const pageSizes = [20, 50, 100] as const;

const wholeNumber = (text: string | null): number => (text !== null && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : 1);

/** Reads the query of a list's address; what makes no sense counts as not said. */
export function readPlace(query: string): ListPlace {
  const parameters = new URLSearchParams(query);
  const size = wholeNumber(parameters.get('page_size'));
  return {
    search: parameters.get('search') ?? '',
    status: statuses.find(known => known === parameters.get('status')) ?? 'all',
    page: wholeNumber(parameters.get('page')),
    pageSize: pageSizes.find(known => known === size) ?? pageSizes[0],
  };
}

/** The query of a place; what is as it is anyway stays away. */
export function placeQuery({ search, status, page, pageSize }: ListPlace): string {
  const parameters = new URLSearchParams({
    ...(search !== '' && { search }),
    ...(status !== 'all' && { status }),
    ...(page !== 1 && { page: String(page) }),
    ...(pageSize !== pageSizes[0] && { page_size: String(pageSize) }),
  });
  return parameters.toString();
}
