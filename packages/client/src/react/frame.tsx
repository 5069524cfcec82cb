import { type ComponentType, createContext, type ReactNode, type RefObject, use, useId } from 'react';

/** What stands around one task. */
export interface FrameProps {
  /** The task in a few words, as a tab or a breadcrumb names it: "Change email". */
  readonly task: string;
  readonly heading: ReactNode;
  readonly lead?: ReactNode;
  /** The field that is ready to type in. */
  readonly firstField?: RefObject<HTMLInputElement | null>;
  readonly children?: ReactNode;
}

/** How headings and their surroundings are shown: a page has a title and an h1, an application its own levels. */
export interface Framing {
  /** Level of a task's heading; those below it follow. */
  readonly level: 1 | 2 | 3 | 4;
  /** Takes the place of our plain section: an application's own card, a page with a title. */
  readonly Frame?: ComponentType<FrameProps>;
}

const FramingContext = createContext<Framing>({ level: 2 });

export const FramingProvider = FramingContext.Provider;

/** A heading `below` levels under that of the task. */
export function Heading({ below = 0, id, children }: { below?: number; id?: string; children: ReactNode }) {
  const { level } = use(FramingContext);
  const Tag = `h${Math.min(6, level + below)}` as 'h1';
  return (
    <Tag className={below === 0 ? 'fh-heading' : 'fh-subheading'} id={id}>
      {children}
    </Tag>
  );
}

/** One task, framed as the surroundings have it. */
export function Task(props: FrameProps) {
  const { Frame = PlainFrame } = use(FramingContext);
  return <Frame {...props} />;
}

function PlainFrame({ heading, lead, children }: FrameProps) {
  const id = useId();
  return (
    <section className="fh-task" aria-labelledby={id}>
      <div className="fh-task-head">
        <Heading id={id}>{heading}</Heading>
        {lead === undefined ? null : <p className="fh-muted">{lead}</p>}
      </div>
      {children}
    </section>
  );
}

/** A part of a task or an overview, with its own heading: a card on a page. */
export function Card({ heading, children }: { readonly heading?: ReactNode; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="fh-panel" {...(heading !== undefined && { 'aria-labelledby': id })}>
      {heading === undefined ? null : (
        <Heading below={1} id={id}>
          {heading}
        </Heading>
      )}
      {children}
    </section>
  );
}
