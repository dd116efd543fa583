"""From the start page to a map, in the window."""
import os

from cases import case, equal, run
from program import until


@case
def the_start_page_offers_a_new_map_and_examples(program):
    program.start()
    equal(program.title(), "Rapport")
    program.find("Open…", "push button")
    program.find("A regional collaboration", "list item")
    program.expect_focus("New map")


@case
def a_new_map_is_made_by_one_key_and_closed_unasked(program):
    program.start()
    program.expect_focus("New map")
    program.key("Return")
    program.find("Map", "list")
    program.expect_state("Not saved yet")
    program.gone("New map", "push button")


@case
def an_example_has_no_file_and_is_closed_unasked(program):
    program.start()
    program.point_at("A public-health partnership", "list item")
    program.expect_state("Not saved yet")
    program.gone("Draw your partnership")


def choose_in_menu(program, submenu, item):
    program.point_at("Maps", "push button")
    program.find(submenu, "menu item")
    program.go("Down", lambda: program.focused()[:1] == [submenu], submenu)
    program.key("Return")
    program.find(item, "menu item")
    program.go("Down", lambda: program.focused()[:1] == [item], item)
    program.key("Return")


@case
def the_menu_opens_an_example_beside_the_map(program):
    program.start(program.example("b"))
    program.canvas()
    choose_in_menu(program, "Examples", "A neighbourhood programme")
    until(lambda: program.frame("A neighbourhood programme"), "the example")
    equal(len(program.frames()), 2)
    assert program.frame("A public-health partnership"), "the map that was there"


@case
def the_menu_opens_what_was_opened_last(program):
    path = os.path.join(program.folder, "with_two_underscores.rapport")
    os.rename(program.example("b"), path)
    program.start(path)
    program.canvas()
    program.quit()
    program.start()
    program.key("ctrl+n")
    program.canvas()
    choose_in_menu(program, "Opened last", "with_two_underscores.rapport (in %s)" % os.path.basename(program.folder))
    until(lambda: program.frame("A public-health partnership"), "the map")
    equal(len(program.frames()), 1)
    # It is open already: no second window comes up with an older map.
    program.canvas()
    choose_in_menu(program, "Opened last", "with_two_underscores.rapport (in %s)" % os.path.basename(program.folder))
    program.gone("Opened last", "menu item")
    # What comes after it is done after it.
    program.act("win.find")
    program.expect_focus("Find a stakeholder")
    equal(len(program.frames()), 1)


@case
def help_and_keys_are_one_press_away(program):
    program.start()
    program.expect_focus("New map")
    for key, words in (("F1", "A map in twenty minutes"), ("ctrl+question", "Travel and see")):
        program.key(key)
        program.find(words, "label")
        program.expect_window("Help")
        program.key("Escape")
        program.gone(words, "label")


run()
