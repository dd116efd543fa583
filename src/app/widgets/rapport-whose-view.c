/* rapport-whose-view.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-whose-view.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-times.h"

struct _RapportWhoseView
{
  AdwBin parent_instance;

  GtkLabel *words;

  /* Owned */
  RapportSession *session; /* nullable */
  RapportElement *element; /* nullable: the view on show is meant */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
};

G_DEFINE_FINAL_TYPE (RapportWhoseView, rapport_whose_view, ADW_TYPE_BIN)

/* Returns: (nullable) (transfer none): %NULL where it is everybody's */
static RapportElement *
find_view (RapportWhoseView *self)
{
  const char *id = NULL;

  if (self->session == NULL)
    return NULL;
  id = self->element != NULL ? rapport_element_get_text (self->element, "perspective")
                             : rapport_lens_get_perspective (rapport_session_get_lens (self->session));
  return id != NULL ? rapport_map_lookup (rapport_session_get_map (self->session), id) : NULL;
}

/* Returns: (nullable) (transfer full): %NULL where nothing needs to be said */
static char *
make_words (RapportWhoseView *self)
{
  RapportElement *view = find_view (self);
  const char *name = view != NULL ? rapport_element_get_text (view, "name") : NULL;

  /* Translators: %s is whose view it is, such as NHS partners. */
  if (view != NULL)
    return g_strdup_printf (_("Answers of %s"), name != NULL ? name : rapport_element_get_id (view));
  /* What was agreed can be changed while somebody's view is on show: then that has to be said. */
  if (self->session != NULL && self->element != NULL
      && rapport_lens_get_perspective (rapport_session_get_lens (self->session)) != NULL)
    return g_strdup (rapport_times_is_agreed (self->session) ? _("As agreed: what is changed here is everybody’s")
                                                              : _("The draft: what is changed here is everybody’s"));
  return NULL;
}

static void
update_cb (RapportWhoseView *self)
{
  g_autofree char *words = make_words (self);

  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  gtk_label_set_text (self->words, words != NULL ? words : "");
}

static void
rapport_whose_view_dispose (GObject *object)
{
  RapportWhoseView *self = RAPPORT_WHOSE_VIEW (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->element);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_whose_view_parent_class)->dispose (object);
}

static void
rapport_whose_view_class_init (RapportWhoseViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_whose_view_dispose;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "whose-view");
}

static void
rapport_whose_view_init (RapportWhoseView *self)
{
  self->words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_ellipsize (self->words, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->words, 0);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->words));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (update_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (update_cb), self);
}

/**
 * rapport_whose_view_new:
 * @session: (nullable): whose lens is followed
 *
 * Returns: (transfer floating)
 */
GtkWidget *
rapport_whose_view_new (RapportSession *session)
{
  RapportWhoseView *self = g_object_new (RAPPORT_TYPE_WHOSE_VIEW, NULL);

  rapport_whose_view_set_session (self, session);
  return GTK_WIDGET (self);
}

/* @session: (nullable) */
void
rapport_whose_view_set_session (RapportWhoseView *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_WHOSE_VIEW (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals, session != NULL ? rapport_session_get_history (session) : NULL);
  update_cb (self);
}

/* @element: (nullable): a #RapportMark, which is of the view it was made in, whichever is on show; %NULL is the latter */
void
rapport_whose_view_set_element (RapportWhoseView *self, RapportElement *element)
{
  g_return_if_fail (RAPPORT_IS_WHOSE_VIEW (self));
  g_return_if_fail (element == NULL || RAPPORT_IS_ELEMENT (element));
  if (g_set_object (&self->element, element))
    update_cb (self);
}
