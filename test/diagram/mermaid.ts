import type { AnyStateMachine, AnyStateNode } from 'xstate';

/** The events that work everywhere would draw an arrow from every state: they are named in the text instead. */
const everywhere = [
  'tell',
  'help',
  'back',
  'restart',
  'cancel',
  'human',
  'solved',
  'ask',
  'bypass',
  'thanks',
  'got-it',
  'greeting',
  'unclear',
  'pick',
  'none-of-these',
];

/** One part of a machine as a Mermaid state diagram: the states right below `id`, and the arrows between them. */
export function mermaid(machine: AnyStateMachine, id: string): string {
  const top = machine.getStateNodeById(id);
  const inside = (node: AnyStateNode) => node.path.slice(0, top.path.length).join('.') === top.path.join('.');
  const name = (node: AnyStateNode) => node.id.replace(/\W/g, '_');
  /** The state right below the top that a deeper one belongs to. */
  const shown = (node: AnyStateNode): AnyStateNode =>
    node.path.length <= top.path.length + 1 || node.parent === undefined ? node : shown(node.parent);
  const arrows = new Map<string, Set<string>>();
  const outside = new Map<string, AnyStateNode>();
  const collect = (node: AnyStateNode): void => {
    const transitions = [...node.transitions.values(), node.always ?? []].flat();
    for (const { eventType, target = [], guard } of node === top ? [] : transitions)
      for (const to of target) {
        const end = inside(to) && to !== top ? shown(to) : to;
        if (everywhere.includes(eventType) || shown(node) === end) continue;
        if (!inside(to)) outside.set(name(end), end);
        const arrow = `${name(shown(node))} --> ${name(end)}`;
        const label =
          eventType ||
          (typeof guard === 'object' && 'params' in guard
            ? String(Object.values(guard.params ?? {}))
            : String(guard ?? ''));
        arrows.set(arrow, (arrows.get(arrow) ?? new Set()).add(label));
      }
    Object.values(node.states).forEach(collect);
  };
  collect(top);
  const children = Object.values(top.states).filter(({ type }) => type !== 'history');
  return [
    'stateDiagram-v2',
    ...children.map((node) => `  state "${node.key}" as ${name(node)}`),
    ...[...outside.values()].map((node) => `  state "#${node.id.split('.').at(-1)}" as ${name(node)}`),
    ...[...arrows].map(
      ([arrow, labels]) =>
        `  ${arrow}${[...labels].join('') === '' ? '' : ` : ${[...labels].filter(Boolean).join(' / ')}`}`,
    ),
    '',
  ].join('\n');
}
