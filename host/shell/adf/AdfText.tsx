import { Fragment, type ReactNode } from 'react';
import { type AdfNode } from '../data/wire';

type Marks = NonNullable<AdfNode['marks']>;

const textAttribute = (node: AdfNode, name: string): string => {
  const value = node.attrs?.[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

/** Only addresses a browser may follow from a comment; anything else stays text. */
const isSafe = (href: string): boolean => /^(https?:|mailto:|\/)/i.test(href);

function marked(text: ReactNode, marks: Marks): ReactNode {
  return marks.reduce<ReactNode>((inner, { type, attrs }) => {
    switch (type) {
      case 'strong':
        return <strong>{inner}</strong>;
      case 'em':
        return <em>{inner}</em>;
      case 'underline':
        return <u>{inner}</u>;
      case 'strike':
        return <s>{inner}</s>;
      case 'code':
        return <code>{inner}</code>;
      case 'subsup':
        return attrs?.['type'] === 'sub' ? <sub>{inner}</sub> : <sup>{inner}</sup>;
      case 'link': {
        const href = String(attrs?.['href'] ?? '');
        return isSafe(href) ? (
          <a href={href} rel="noreferrer">
            {inner}
          </a>
        ) : (
          inner
        );
      }
      default:
        return inner;
    }
  }, text);
}

/** A document of the Atlassian Document Format, as far as tickets use it; unknown nodes show what is in them. */
export function AdfText({ node }: { readonly node: AdfNode }): ReactNode {
  const inside = (node.content ?? []).map((child, index) => <AdfText key={index} node={child} />);
  switch (node.type) {
    case 'doc':
      return <div className="adf">{inside}</div>;
    case 'paragraph':
      return <p>{inside.length === 0 ? <br /> : inside}</p>;
    case 'text':
      return <Fragment>{marked(node.text ?? '', node.marks ?? [])}</Fragment>;
    case 'hardBreak':
      return <br />;
    case 'mention':
      return <span className="mention">{textAttribute(node, 'text').replace(/^@?/, '@')}</span>;
    case 'emoji':
      return <Fragment>{textAttribute(node, 'text') || textAttribute(node, 'shortName')}</Fragment>;
    case 'status':
      return <span className="adf-status">{textAttribute(node, 'text')}</span>;
    case 'date':
      return (
        <time>
          {new Date(Number(textAttribute(node, 'timestamp'))).toLocaleDateString('en-GB', {
            dateStyle: 'medium',
          })}
        </time>
      );
    case 'inlineCard':
    case 'blockCard':
      return isSafe(textAttribute(node, 'url')) ? (
        <a href={textAttribute(node, 'url')}>{textAttribute(node, 'url')}</a>
      ) : (
        <Fragment>{textAttribute(node, 'url')}</Fragment>
      );
    case 'heading':
      return <p className="adf-heading">{inside}</p>;
    case 'bulletList':
      return <ul>{inside}</ul>;
    case 'orderedList':
      return <ol start={Number(node.attrs?.['order'] ?? 1)}>{inside}</ol>;
    case 'listItem':
      return <li>{inside}</li>;
    case 'blockquote':
      return <blockquote>{inside}</blockquote>;
    case 'codeBlock':
      return (
        <pre>
          <code>{inside}</code>
        </pre>
      );
    case 'panel':
      return (
        <div className={`adf-panel adf-panel-${textAttribute(node, 'panelType')}`}>{inside}</div>
      );
    case 'rule':
      return <hr />;
    case 'table':
      return (
        <table className="adf-table">
          <tbody>{inside}</tbody>
        </table>
      );
    case 'tableRow':
      return <tr>{inside}</tr>;
    case 'tableHeader':
      return <th>{inside}</th>;
    case 'tableCell':
      return <td>{inside}</td>;
    default:
      return <Fragment>{inside}</Fragment>;
  }
}
