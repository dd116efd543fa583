/* session-fixture.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "session-fixture.h"

#include <string.h>

/* Four stakeholders, three links, a tension, a response, who leads, a word; two times and one more view. */
static const char map[]
    = "<?xml version='1.0' encoding='UTF-8'?>"
      "<map xmlns='urn:x-rapport:map' version='1.0' min-reader='1' layout='wheel'>"
      "<title>Four</title><question>Who shapes it?</question>"
      "<phases><phase id='now' name='Now' standing='draft'/><phase id='aim' name='Aim'/></phases>"
      "<perspectives><perspective id='v1' name='NHS partners' people='3'/></perspectives>"
      "<stakeholders>"
      "<stakeholder id='uni' sector='academia' kind='organisation'><label>University</label>"
      "<reading phase='now' ring='core' influence='4'/><reading phase='aim' ring='core'/>"
      "<note level='private'>Careful here</note></stakeholder>"
      "<stakeholder id='trust' sector='nhs' kind='organisation'><label>Hospital trust</label>"
      "<reading phase='now' ring='involved' influence='4'/></stakeholder>"
      "<stakeholder id='council' sector='policy' kind='organisation'><label>City council</label>"
      "<reading phase='now' ring='edge'/></stakeholder>"
      "<stakeholder id='board' sector='across' kind='structure'><label>Board</label>"
      "<reading phase='now' ring='core'/></stakeholder>"
      "</stakeholders>"
      "<links>"
      "<link id='l1' a='uni' b='trust' relation='funds'><reading phase='now' gives-a='3' items-a='money time'>"
      "<item side='a'>a room</item></reading></link>"
      "<link id='l2' a='trust' b='council'><reading phase='now'/></link>"
      "<link id='l3' a='uni' b='board'><reading phase='now'/></link>"
      "</links>"
      "<tensions><mark id='t1' tension='language' on='uni' phase='now' level='facilitator'/></tensions>"
      "<responses><response id='p1' marks='t1' by='uni trust' status='idea'><what>Meet</what></response></responses>"
      "<functions><function id='f1' name='Direction'><held phase='now' by='board'/></function></functions>"
      "<glossary><term id='g1' used-by='uni'><word>PPI</word><plain>Taking part</plain></term></glossary>"
      "</map>";

/* Returns: (transfer full): of a map that is in no file */
RapportSession *
fixture_session (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (map, strlen (map));
  g_autoptr (GError) error = NULL;
  RapportSession *session = rapport_session_open_copy (bytes, "four", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rapport_session_get_notices (session)->len, ==, 0);
  return session;
}

void
fixture_settle (void)
{
  for (guint i = 0; i < 4; i++)
    while (g_main_context_iteration (NULL, FALSE))
      ;
}

/* Returns: (transfer none): @widget, in a window that is on the screen */
GtkWidget *
fixture_show (GtkWidget *widget)
{
  GtkWidget *window = gtk_window_new ();

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 900);
  gtk_window_set_child (GTK_WINDOW (window), widget);
  gtk_window_present (GTK_WINDOW (window));
  while (!gtk_widget_get_mapped (widget))
    g_main_context_iteration (NULL, TRUE);
  fixture_settle ();
  return widget;
}

/* Destroys the window, and with it the widget. */
void
fixture_hide (GtkWidget *widget)
{
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (widget)));
  fixture_settle ();
}

static const char *
text_of (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL)
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return gtk_widget_get_tooltip_text (widget);
}

/* Returns: (nullable) (transfer none): the first of @type below @root that says @text, or any where it is %NULL */
GtkWidget *
fixture_find (GtkWidget *root, GType type, const char *text)
{
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || g_strcmp0 (text_of (root), text) == 0)
      && gtk_widget_get_visible (root))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = fixture_find (child, type, text);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* @text: (nullable) */
void
fixture_set (RapportSession *session, const char *id, const char *property, const char *text)
{
  RapportTransaction *transaction
      = rapport_history_begin (rapport_session_get_history (session), "Change", NULL);

  rapport_transaction_set_text (transaction, fixture_look (session, id), property, text);
  rapport_transaction_commit (transaction);
}

/* The same for what the map itself says. */
void
fixture_set_map (RapportSession *session, const char *property, const char *text)
{
  RapportTransaction *transaction = rapport_history_begin (rapport_session_get_history (session), "Change", NULL);

  rapport_transaction_set_text (transaction, RAPPORT_ELEMENT (rapport_session_get_map (session)), property, text);
  rapport_transaction_commit (transaction);
}

/* Returns: (nullable) (transfer none) */
RapportElement *
fixture_look (RapportSession *session, const char *id)
{
  return rapport_map_lookup (rapport_session_get_map (session), id);
}
