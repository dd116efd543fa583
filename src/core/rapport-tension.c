/* rapport-tension.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The prompts rest on van der Graaf and others (2023) and on what is near to it, in words of our own.
 */
#include "rapport-tension.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

static const RapportTension tensions[RAPPORT_N_TENSIONS] = {
  { "narratives", N_("Narratives"), RAPPORT_SHOW_NARRATIVES,
    { N_("idealistic or tokenistic"), N_("realistic") },
    { N_("What did we promise when we asked for the money, and what happens on a usual Tuesday?"),
      N_("Where do we say “co-produced” when we mean told, asked or invited?"),
      N_("What could each of us honestly offer in the next year: hours, money, decisions?"),
      N_("What in our way of working fits this place so well that another partnership should not copy it?"),
      N_("What would a sceptical partner say about this map?") },
    { N_("One page on what partners can expect of each other"),
      N_("Naming what taking part costs, and who pays"),
      N_("Calling a consultation a consultation") } },
  { "power", N_("Power and reciprocity"), RAPPORT_SHOW_POWER_TENSION,
    { N_("differences, one-way"), N_("shared, two-way") },
    { N_("Who could say no, and it would stop? Who could not?"),
      N_("Who set the question, before anyone was invited?"),
      N_("What does each side put in that is not money? Who counts it?"),
      N_("What has each partner got back since we began? Would they say so?"),
      N_("Which one decision could move to another table this year?") },
    { N_("Lines of the budget that are decided together"),
      N_("Rules for credit and authorship"),
      N_("Paying for time"),
      N_("Chairing by turns"),
      N_("A shared structure that can decide") } },
  { "language", N_("Language"), RAPPORT_SHOW_LANGUAGE,
    { N_("excluding"), N_("including") },
    { N_("Which words here would a new partner have to look up? Whose words are they?"),
      N_("What does each sector call our aim? Put the answers side by side."),
      N_("Who was not in the room, and was it the time, the place, the form or the invitation?"),
      N_("When did a picture, a visit or something made together work better than a paper?"),
      N_("Who only ever hears from us?") },
    { N_("A list of words we use, in plain words"),
      N_("Summaries that anyone can read"),
      N_("Meeting in each other’s places by turns"),
      N_("Making something together"),
      N_("Somebody who goes between the sectors") } },
  { "structures", N_("People and structures"), RAPPORT_SHOW_STRUCTURES,
    { N_("rests on individuals"), N_("rests on structures") },
    { N_("Who keeps this going because they care? What happens in the week they leave?"),
      N_("What in your job plan, contract, budget or appraisal makes this work harder, or easier?"),
      N_("Which reorganisation or funding date could undo this?"),
      N_("What is held by one leader today that three partners could hold next year?"),
      N_("Which structure could carry what a person carries now, without killing the energy?") },
    { N_("Roles that are written down"),
      N_("Deputies"),
      N_("Time that is lent between organisations"),
      N_("Learning how to do this work"),
      N_("Agreements for several years") } },
};

/* @number: 1 to 4. Returns: (transfer none) */
const RapportTension *
rapport_tension_get (guint number)
{
  g_return_val_if_fail (number >= 1 && number <= RAPPORT_N_TENSIONS, NULL);
  return &tensions[number - 1];
}

/* @word: (nullable): as stored. Returns: its number, or 0 for one that is not known */
guint
rapport_tension_find (const char *word)
{
  for (guint i = 0; i < RAPPORT_N_TENSIONS; i++)
    if (g_strcmp0 (tensions[i].word, word) == 0)
      return i + 1;
  return 0;
}

/* Returns: the number of the first tension on show, or 0 for none */
guint
rapport_tension_first_shown (const RapportLens *lens)
{
  for (guint i = 0; i < RAPPORT_N_TENSIONS; i++)
    if (rapport_lens_get_show (lens) & tensions[i].show)
      return i + 1;
  return 0;
}
