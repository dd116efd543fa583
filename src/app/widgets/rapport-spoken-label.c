/* rapport-spoken-label.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Until GTK 4.12 a screen reader says what has the role of a status whenever its name changes. From 4.14 on a status has
 * no name any more, but words can be announced.
 */
#include "rapport-spoken-label.h"

/**
 * rapport_spoken_label_mend:
 * @label: not shown yet, and of no other role than a label's
 *
 * Makes it one whose words are said, wherever the keyboard is.
 */
void
rapport_spoken_label_mend (GtkLabel *label)
{
  g_return_if_fail (GTK_IS_LABEL (label));

#if !GTK_CHECK_VERSION (4, 14, 0)
  g_object_set (label, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, NULL);
#endif
}

/**
 * rapport_spoken_label_say:
 * @label: one that was mended
 * @words: what it shows from now on; they are said even where it shows them already
 */
void
rapport_spoken_label_say (GtkLabel *label, const char *words)
{
  g_return_if_fail (GTK_IS_LABEL (label) && words != NULL);

  gtk_label_set_text (label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
#if GTK_CHECK_VERSION (4, 14, 0)
  /* The rest of the program asks for no more than GTK 4.8. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gtk_accessible_announce (GTK_ACCESSIBLE (label), words, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
  G_GNUC_END_IGNORE_DEPRECATIONS
#endif
}
