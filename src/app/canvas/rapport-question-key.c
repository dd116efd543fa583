/* rapport-question-key.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-question-key.h"

#include <gdk/gdk.h>

#define QUESTIONS (RAPPORT_SHOW_GIVES | RAPPORT_SHOW_POWER | RAPPORT_SHOW_INFLUENCE)

static const struct
{
  guint key;
  guint show;
} questions[] = {
  { GDK_KEY_g, RAPPORT_SHOW_GIVES },
  { GDK_KEY_p, RAPPORT_SHOW_POWER },
  { GDK_KEY_i, RAPPORT_SHOW_INFLUENCE },
};

/**
 * rapport_question_key:
 * @key: a small letter
 * @add: beside what is on show, else alone; the same again takes it off
 *
 * Returns: whether it is the key of a question
 */
gboolean
rapport_question_key (RapportSession *session, guint key, gboolean add)
{
  const RapportLens *lens = rapport_session_get_lens (session);
  guint show = rapport_lens_get_show (lens);

  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    if (questions[i].key == key)
      {
        guint wanted = add ? show ^ questions[i].show : (show & ~(guint) QUESTIONS) | questions[i].show;
        g_autoptr (RapportLens) changed
            = rapport_lens_with_show (lens, wanted == show ? show & ~questions[i].show : wanted);

        rapport_session_set_lens (session, changed);
        return TRUE;
      }
  return FALSE;
}
