#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader is told of the running window, asked through AT-SPI as a screen reader asks.

usage: atspi.py COUNTERCHECK        (started by atspi.sh, which makes a desktop for it)
"""
import subprocess
import sys
import time

try:
    import gi

    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi, GLib
except (ImportError, ValueError) as missing:
    print("SKIP:", missing)
    sys.exit(77)

PATIENCE = 90  # seconds, for a machine that has much else to do
faults = []


def children(thing):
    for i in range(thing.get_child_count()):
        child = thing.get_child_at_index(i)
        if child is not None:
            yield child


def below(thing, depth=0):
    yield thing
    # A list or a table of many rows is asked for its cells, not walked.
    if depth < 40 and not thing.get_state_set().contains(Atspi.StateType.MANAGES_DESCENDANTS):
        for child in children(thing):
            yield from below(child, depth + 1)


def wait_for(what, look):
    """What `look` finds, as soon as it finds something."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if program.poll() is not None:
            print("the program ended with", program.returncode, "before this was there:", what)
            sys.exit(1)
        try:
            found = look()
            if found:
                return found
        except GLib.Error:
            pass  # it went while it was looked at
        time.sleep(0.2)
    print("not there:", what)
    sys.exit(1)


def application():
    for one in children(Atspi.get_desktop(0)):
        if one.get_process_id() == program.pid and one.get_child_count() > 0:
            return one
    return None


def named(name, role=None):
    for one in below(application()):
        if one.get_name() == name and (role is None or one.get_role() == role):
            return one
    return None


def check(holds, words):
    print(("  " if holds else "WRONG: ") + words)
    if not holds:
        faults.append(words)


def press(name):
    item = wait_for(name, lambda: named(name, Atspi.Role.MENU_ITEM))
    item.get_action_iface().do_action(0)


program = subprocess.Popen([sys.argv[1]])
try:
    wait_for("the program", application)
    questions = wait_for("the list of questions", lambda: named("Questions", Atspi.Role.LIST))
    wait_for("questions in it", lambda: questions.get_child_count() > 5)
    first = questions.get_child_at_index(0).get_name()
    check("How many people were abducted?" in first and "Contradiction" in first, "a question says what it is: " + first)

    def articles():
        texts = []
        for one in below(application()):
            words = one.get_text_iface()
            if words and one.get_role() != Atspi.Role.LABEL and Atspi.Text.get_character_count(words) > 1000:
                texts.append(one)
        return texts

    texts = wait_for("articles", articles)
    words = texts[0].get_text_iface()
    said = Atspi.Text.get_text(words, 0, Atspi.Text.get_character_count(words))
    check("Three people" in said, "an article can be read whole")
    check(all(one.get_name() for one in texts), "each article has a name: " + ", ".join(t.get_name() for t in texts))

    press("To the list of all articles")
    table = wait_for("the list of all articles", lambda: named("All articles", Atspi.Role.TABLE))
    rows = table.get_table_iface()
    count = wait_for("articles in it", lambda: Atspi.Table.get_n_rows(rows))
    names = [Atspi.Table.get_accessible_at(rows, row, 0).get_name() for row in range(count)]
    check(count == 5 and all(names), "all articles are listed: " + ", ".join(names))

    claims = wait_for("the tab of the matrix", lambda: named("Matrix", Atspi.Role.PAGE_TAB))
    claims.get_action_iface().do_action(0)
    matrix = wait_for("the claim table", lambda: named("Claims by articles", Atspi.Role.TABLE))
    cells = matrix.get_table_iface()
    check(Atspi.Table.get_n_columns(cells) == 5, "the claim table has a column for each article")
    check(Atspi.Table.get_n_rows(cells) == questions.get_child_count(), "and a row for each question")
    cell = Atspi.Table.get_accessible_at(cells, 0, 0).get_name()
    check("How many people were abducted?" in cell and "Three people" in cell, "a cell says what it is: " + cell)

    without = [
        one.get_role_name()
        for one in below(application())
        if one.get_state_set().contains(Atspi.StateType.FOCUSABLE)
        and one.get_state_set().contains(Atspi.StateType.SHOWING)
        and not one.get_name()
    ]
    check(not without, "whatever takes the keyboard has a name" + "".join(", but not a " + role for role in without))
finally:
    program.terminate()
    program.wait()
sys.exit(1 if faults else 0)
