/* rapport-text.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Text is cleaned where it enters the model, so that whatever is in a map can be written and read again.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean rapport_text_is_clean  (const char *text, gssize length);
char    *rapport_text_clean     (const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;
char    *rapport_text_from_user (const char *text, gssize length) G_GNUC_WARN_UNUSED_RESULT;
char    *rapport_text_collapse  (const char *text) G_GNUC_WARN_UNUSED_RESULT;

gboolean rapport_words_contain  (const char *words, const char *word);
char    *rapport_words_add      (const char *words, const char *word) G_GNUC_WARN_UNUSED_RESULT;
char    *rapport_words_drop     (const char *words, const char *word) G_GNUC_WARN_UNUSED_RESULT;
guint    rapport_words_count    (const char *words);

gboolean rapport_id_is_valid    (const char *id, gssize length);

G_END_DECLS
