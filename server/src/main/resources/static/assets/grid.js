// Editing a draft in its grid: arrow keys move, typing or Enter opens an editor that fits the column, what is typed is kept and checked.
(() => {
  'use strict';
  const grid = document.querySelector('table.sheet');
  if (!grid) {
    return;
  }
  const { tell, cookie } = window.trueup;
  const { api, sheet } = grid.dataset;
  const body = grid.tBodies[0];
  const columns = [...grid.tHead.rows[1].querySelectorAll('[data-letters]')].map(each => each.dataset);
  const cells = () => [...body.querySelectorAll('td[data-cell]')];
  const at = cell => document.getElementById('c-' + cell);
  const columnOf = cell => columns[[...cell.parentNode.querySelectorAll('td')].indexOf(cell)];
  let editing = null;

  // one cell at a time takes the focus, so that Tab passes the grid in one step
  const focusable = cell => {
    cells().forEach(each => { each.tabIndex = -1; });
    if (cell) {
      cell.tabIndex = 0;
    }
  };
  focusable(cells()[0]);
  const go = (cell, down, right) => {
    const row = [...body.rows].indexOf(cell.parentNode) + down;
    const column = cell.cellIndex + right;
    const next = body.rows[row]?.cells[column];
    if (next?.dataset.cell) {
      focusable(next);
      next.focus();
    }
    return next;
  };

  const send = async (method, path, content) => {
    const answer = await fetch(api + path, {
      method, headers: { 'Content-Type': 'application/json', 'If-Match': '"' + grid.dataset.sha + '"', 'X-XSRF-TOKEN': decodeURIComponent(cookie('XSRF-TOKEN') ?? '') },
      body: content === undefined ? undefined : JSON.stringify(content),
    }).catch(() => null);
    if (answer === null) {
      tell('The server does not answer; what you typed is not kept.');
      return null;
    }
    const told = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      tell(told.detail ?? 'That did not work; load the page again.');
      return null;
    }
    grid.dataset.sha = told.sha256;
    document.querySelectorAll('input[name=seen]').forEach(each => { each.value = told.sha256; });
    show(told.check);
    return told;
  };
  // one after the other: each names the workbook that the one before made
  let last = Promise.resolve();
  let waiting = 0;
  const kept = document.getElementById('kept');
  const inTurn = work => {
    waiting++;
    kept.textContent = 'Keeping…';
    last = last.then(work).finally(() => {
      waiting--;
      kept.textContent = waiting > 0 ? 'Keeping…' : 'Kept.';
    });
    return last;
  };
  addEventListener('beforeunload', event => {
    if (waiting > 0) {
      event.preventDefault();
    }
  });

  const WORDS = { ERROR: ['■ Error', 'BAD'], WARNING: ['▲ Warning', 'CARE'], INFO: ['○ Remark', 'NOTE'] };
  const element = (name, className, text) => {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  };
  const count = (number, one, several) => number + ' ' + (number === 1 ? one : several);

  /** Marks cells and fills the list beside them, as the server does when it makes the page. */
  const show = check => {
    cells().forEach(cell => { cell.classList.remove('BAD', 'CARE', 'NOTE'); cell.removeAttribute('title'); });
    const errors = {};
    const list = document.getElementById('problems');
    list.replaceChildren();
    for (const problem of check.problems) {
      const [word, tone] = WORDS[problem.severity];
      if (problem.severity === 'ERROR' && problem.sheet) {
        errors[problem.sheet] = (errors[problem.sheet] ?? 0) + 1;
      }
      const cell = problem.sheet === sheet && problem.cell ? at(problem.cell) : null;
      if (cell) {
        cell.classList.add(tone);
        cell.title = cell.title ? cell.title + '\n' + problem.message : problem.message;
      }
      const item = document.createElement('li');
      item.append(element('span', 'word ' + tone, word), ' ');
      if (problem.sheet) {
        const link = element('a', 'cell', problem.sheet + (problem.cell ? '!' + problem.cell : ''));
        link.href = '?sheet=' + encodeURIComponent(problem.sheet) + (problem.cell ? '#c-' + problem.cell : '');
        item.append(link, ' ');
      }
      item.append(element('span', '', problem.message));
      list.append(item);
    }
    const failed = check.scenarios.filter(scenario => !scenario.passed).length;
    const verdict = check.errors === 0 ? element('span', 'word GOOD', '○ Can be published') : element('span', 'word BAD', '■ ' + count(check.errors, 'error', 'errors'));
    document.getElementById('verdict').replaceChildren(verdict, ' ', element('span', 'grey small',
      count(check.warnings, 'warning', 'warnings') + (check.scenarios.length === 0 ? '' : ', ' + count(check.scenarios.length, 'scenario', 'scenarios') + (failed ? ', ' + failed + ' failed' : ' passed'))));
    document.querySelectorAll('[data-errors]').forEach(each => {
      const number = errors[each.dataset.errors] ?? 0;
      each.hidden = number === 0;
      each.textContent = number;
    });
  };

  const editor = (column, value) => {
    const choices = column.choices ? column.choices.split('|') : [];
    if (column.kind === 'CHOICE') {
      const select = document.createElement('select');
      for (const choice of ['', ...choices, ...(value && !choices.includes(value) ? [value] : [])]) {
        select.add(new Option(choice === '' ? '–' : choice, choice, false, choice === value));
      }
      return select;
    }
    const input = document.createElement('input');
    input.type = column.kind === 'DATE' && (value === '' || /^\d{4}-\d\d-\d\d$/.test(value)) ? 'date' : 'text';
    input.inputMode = column.kind === 'NUMBER' || column.kind === 'PERCENT' ? 'decimal' : 'text';
    input.value = value;
    if (choices.length) {
      const list = document.createElement('datalist');
      list.id = 'choices';
      choices.forEach(choice => list.append(new Option(choice)));
      document.getElementById('choices')?.remove();
      document.body.append(list);
      input.setAttribute('list', 'choices');
    }
    return input;
  };

  const keep = (cell, value) => {
    if (value === cell.dataset.kept) {
      return Promise.resolve();
    }
    const before = cell.dataset.kept;
    cell.dataset.kept = value;
    return inTurn(async () => {
      if (cell.dataset.kept !== value) {
        // something else was typed meanwhile, which is kept instead
        return;
      }
      const done = await send('PUT', '/cells', [{ sheet, cell: cell.dataset.cell, value: value === '' ? null : value }]);
      if (done) {
        cell.parentNode.classList.remove('new');
      } else if (cell.dataset.kept === value) {
        cell.dataset.kept = before;
        if (editing?.cell !== cell) {
          cell.textContent = before;
        }
      }
    });
  };

  const open = (cell, typed) => {
    const column = columnOf(cell);
    const value = cell.textContent;
    cell.dataset.kept ??= value;
    const input = editor(column, typed ?? value);
    input.setAttribute('aria-label', column.letters + ', ' + column.expected);
    cell.classList.add('editing');
    cell.replaceChildren(input);
    input.focus();
    let pause;
    input.addEventListener('input', () => {
      clearTimeout(pause);
      pause = setTimeout(() => keep(cell, input.value.trim()), 600);
    });
    editing = { cell, input, value, stop: () => clearTimeout(pause) };
    input.addEventListener('blur', () => close(true));
  };

  const close = kept => {
    if (!editing) {
      return;
    }
    const { cell, input, value, stop } = editing;
    editing = null;
    stop();
    const next = kept ? input.value.trim() : value;
    cell.classList.remove('editing');
    cell.textContent = next;
    keep(cell, next);
  };

  if (!api) {
    return;
  }
  grid.addEventListener('dblclick', event => {
    const cell = event.target.closest('td[data-cell]');
    if (cell && !editing) {
      open(cell);
    }
  });
  grid.addEventListener('click', event => {
    const cell = event.target.closest('td[data-cell]');
    if (cell && editing?.cell !== cell) {
      focusable(cell);
      cell.focus();
    }
  });
  grid.addEventListener('keydown', event => {
    const cell = event.target.closest('td[data-cell]');
    if (!cell) {
      return;
    }
    if (editing) {
      if (event.key === 'Escape' || event.key === 'Enter' || event.key === 'Tab') {
        close(event.key !== 'Escape');
        const back = event.shiftKey ? -1 : 1;
        const next = event.key === 'Tab' ? go(cell, 0, back) : event.key === 'Enter' ? go(cell, back, 0) : null;
        if (!next?.dataset?.cell) {
          cell.focus();
        }
        event.preventDefault();
      }
      return;
    }
    const way = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, 1], ArrowLeft: [0, -1] }[event.key];
    if (way) {
      go(cell, ...way);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      open(cell);
    } else if (event.key === 'Delete' || event.key === 'Backspace') {
      cell.dataset.kept ??= cell.textContent;
      cell.textContent = '';
      keep(cell, '');
    } else if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      open(cell, columnOf(cell).kind === 'CHOICE' || columnOf(cell).kind === 'DATE' ? undefined : event.key);
    } else {
      return;
    }
    event.preventDefault();
  });

  document.getElementById('add-row')?.addEventListener('click', () => {
    // a new row reaches the workbook with its first cell
    const begun = body.querySelector('tr.new');
    if (begun) {
      begun.cells[1].focus();
      return;
    }
    const number = Number(grid.dataset.next);
    if (at(columns[0].letters + number) === null) {
      const row = body.insertRow();
      row.id = 'r' + number;
      row.classList.add('new');
      const head = element('th', 'number', number);
      head.scope = 'row';
      row.append(head);
      for (const column of columns) {
        const cell = row.insertCell();
        cell.className = column.kind;
        cell.id = 'c-' + column.letters + number;
        cell.dataset.cell = column.letters + number;
      }
      grid.dataset.next = number + 1;
    }
    const first = at(columns[0].letters + number);
    focusable(first);
    first.focus();
    open(first);
  });
})();
