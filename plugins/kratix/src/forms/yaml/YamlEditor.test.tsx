import { renderInTestApp } from '@backstage/frontend-test-utils';
import { startCompletion } from '@codemirror/autocomplete';
import { forEachDiagnostic } from '@codemirror/lint';
import {
  act,
  fireEvent,
  screen,
  waitFor,
  within,
} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { axeFindings } from '../../__testUtils__/axe';
import { typeYaml, viewOf, yamlText } from '../../__testUtils__/yamlEditor';
import { YamlEditor, type YamlEditorProps, type YamlProblem } from '.';

const schema = {
  type: 'object',
  required: ['size'],
  properties: {
    tls: { type: 'boolean' },
    size: {
      type: 'string',
      enum: ['small', 'large'],
      description: '<i>How</i>',
    },
  },
};

function Form(
  props: Partial<YamlEditorProps> & { onText?(text: string): void },
) {
  const [text, setText] = useState(props.value ?? '');
  return (
    <>
      <YamlEditor
        problems={[]}
        label="Settings"
        {...props}
        value={text}
        onChange={value => {
          setText(value);
          props.onText?.(value);
        }}
      />
      <button onClick={() => setText('from: elsewhere\n')}>Change</button>
    </>
  );
}

const textbox = () => screen.findByRole('textbox', { name: 'Settings' });

function markedLines(box: HTMLElement): [number, string][] {
  const { state } = viewOf(box);
  const found: [number, string][] = [];
  forEachDiagnostic(state, ({ message }, from) => {
    found.push([state.doc.lineAt(from).number, message]);
  });
  return found;
}

describe('YamlEditor', () => {
  it('tells what is typed and shows what comes from elsewhere', async () => {
    const onText = jest.fn();
    await renderInTestApp(<Form value={'a: 1\n'} onText={onText} />);
    const box = await textbox();
    expect(yamlText(box)).toBe('a: 1\n');
    typeYaml(box, 'a: 2\n');
    expect(onText).toHaveBeenLastCalledWith('a: 2\n');
    await userEvent.click(screen.getByRole('button', { name: 'Change' }));
    await waitFor(() => expect(yamlText(box)).toBe('from: elsewhere\n'));
    expect(onText).toHaveBeenCalledTimes(1);
  });

  it('shows problems on their lines and as text that leads there', async () => {
    const problems: YamlProblem[] = [
      { line: 2, column: 4, message: 'must be <b>small</b> or large' },
      { line: 99, message: 'is long gone' },
    ];
    await renderInTestApp(
      <Form value={'a: 1\nb: 2\nc: 3'} problems={problems} />,
    );
    const box = await textbox();
    await waitFor(() =>
      expect(markedLines(box)).toEqual([
        [2, 'must be <b>small</b> or large'],
        [3, 'is long gone'],
      ]),
    );
    expect(box).toHaveAttribute('aria-invalid', 'true');
    expect(box).toHaveAccessibleDescription(/2 problems in this YAML/);
    const [first] = screen.getAllByRole('listitem');
    expect(first).toHaveTextContent('must be <b>small</b> or large');
    await userEvent.click(
      within(first).getByRole('button', { name: 'Line 2' }),
    );
    expect(viewOf(box).state.selection.main.head).toBe('a: 1\nb: '.length);
    expect(box).toHaveFocus();
  });

  it('offers what the schema allows, and writes what is chosen', async () => {
    await renderInTestApp(<Form schema={schema} />);
    const box = await textbox();
    await userEvent.click(box);
    act(() => void startCompletion(viewOf(box)));
    const list = await screen.findByRole('listbox', {
      name: 'What can be written here',
    });
    const names = within(list).getAllByRole('option');
    expect(names.map(option => option.textContent)).toEqual([
      'sizeenum, required',
      'tlsboolean',
    ]);
    // Descriptions are text, whatever is in them.
    expect(await screen.findByText('<i>How</i>')).toBeInTheDocument();
    await new Promise(resolve => setTimeout(resolve, 100));
    await userEvent.keyboard('{Enter}');
    expect(yamlText(box)).toBe('size: ');
    expect(await screen.findByText('small')).toBeInTheDocument();
  });

  it('lets the keyboard out: Tab indents, after Esc it moves on', async () => {
    await renderInTestApp(<Form value="a: 1" />);
    const box = await textbox();
    await userEvent.click(box);
    // Whether the page gets a Tab, which is what moves the focus.
    const tab = () => fireEvent.keyDown(box, { key: 'Tab', keyCode: 9 });
    expect(tab()).toBe(false);
    expect(yamlText(box)).toBe('  a: 1');
    expect(box).toHaveAccessibleDescription(/Esc, then Tab leaves/);
    fireEvent.keyDown(box, { key: 'Escape', keyCode: 27 });
    expect(tab()).toBe(true);
    expect(yamlText(box)).toBe('  a: 1');
    typeYaml(box, 'a: 2');
    expect(tab()).toBe(false);
  });

  it('can only be read where it is read-only, and is no trap', async () => {
    await renderInTestApp(<Form value="a: 1" readOnly />);
    const box = await textbox();
    expect(box).toHaveAttribute('aria-readonly', 'true');
    box.focus();
    await userEvent.keyboard('{Tab}');
    expect(screen.getByRole('button', { name: 'Change' })).toHaveFocus();
  });

  it('goes where it is told', async () => {
    const goTo = { line: 2, column: 3 };
    await renderInTestApp(<Form value={'a: 1\nb: 2\n'} goTo={goTo} />);
    const box = await textbox();
    await waitFor(() => expect(box).toHaveFocus());
    expect(viewOf(box).state.selection.main.head).toBe(7);
  });

  it('has nothing for axe to find', async () => {
    const { container } = await renderInTestApp(
      <Form
        value="a: 1"
        schema={schema}
        problems={[{ line: 1, message: 'is wrong' }]}
      />,
    );
    await textbox();
    expect(await axeFindings(container)).toEqual([]);
  });
});
