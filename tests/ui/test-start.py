"""From the start page to a map, in the window."""
from cases import case, equal, run


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
