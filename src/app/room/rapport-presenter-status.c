/* rapport-presenter-status.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-presenter-status.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#define MINUTE (60 * G_USEC_PER_SEC)

struct _RapportPresenterStatus
{
  GtkBox parent_instance;

  RapportPresenter *presenter; /* owned */
  guint tick_source;

  /* Children */
  GtkLabel *state;
  GtkLabel *clock;
  GtkLabel *timer;
  GtkProgressBar *progress;
  GtkLabel *title;
  GtkLabel *words;
  GtkLabel *note;
  GtkLabel *next;
  GtkButton *hold;
  GtkButton *black;
  GtkButton *names;
  GtkLabel *legibility;
};

G_DEFINE_FINAL_TYPE (RapportPresenterStatus, rapport_presenter_status, GTK_TYPE_BOX)

/* --- Words --- */

static const char *
describe_state (RapportPresenterStatus *self, RapportPresentation *presentation)
{
  if (rapport_presenter_is_lost (self->presenter))
    return _("The room’s screen is gone. When it is back, the room sees what it saw last.");
  if (rapport_presentation_is_black (presentation))
    return _("The room sees black.");
  if (rapport_presentation_is_held (presentation)
      && rapport_session_hides_names (rapport_presentation_get_session (presentation)))
    return _("Held, with names hidden: the room still sees what it saw, and black where that had names.");
  if (rapport_presentation_is_held (presentation))
    return _("Held: the room still sees what it saw, whatever you do here.");
  return _("The room sees this map, and every change of it.");
}

/**
 * rapport_presenter_status_describe_time:
 * @elapsed: in microseconds
 * @minutes: that were meant; 0 or less where none were
 *
 * Returns: (transfer full)
 */
char *
rapport_presenter_status_describe_time (gint64 elapsed, int minutes)
{
  int gone = (int) (elapsed / MINUTE);

  if (minutes <= 0)
    return g_strdup_printf (ngettext ("%d minute on this step", "%d minutes on this step", gone), gone);
  if (gone >= minutes)
    return g_strdup_printf (ngettext ("The %d minute for this step is over", "The %d minutes for this step are over",
                                      minutes),
                            minutes);
  return g_strdup_printf (ngettext ("%d minute left of %d", "%d minutes left of %d", minutes - gone), minutes - gone,
                          minutes);
}

static void
set_text (GtkLabel *label, const char *text)
{
  gboolean any = text != NULL && *text != '\0';

  if (g_strcmp0 (gtk_label_get_text (label), any ? text : "") != 0)
    gtk_label_set_text (label, any ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), any);
}

/* --- What is told --- */

static void
show_time (RapportPresenterStatus *self, RapportPresentation *presentation)
{
  RapportStep *step = rapport_presentation_get_step (presentation);
  gint64 elapsed = rapport_presentation_get_step_elapsed (presentation);
  int minutes = step != NULL ? rapport_element_get_level (RAPPORT_ELEMENT (step), "minutes") : 0;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *time = g_date_time_format (now, "%H:%M");
  int since = (int) (rapport_presentation_get_elapsed (presentation) / MINUTE);
  /* Translators: the time of day, and how long the presentation has been going on. */
  g_autofree char *clock = g_strdup_printf (ngettext ("%s · %d minute since the start", "%s · %d minutes since the start",
                                                      since),
                                            time, since);
  g_autofree char *timer = rapport_presenter_status_describe_time (elapsed, minutes);

  set_text (self->clock, clock);
  set_text (self->timer, step != NULL ? timer : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), step != NULL && minutes > 0);
  if (minutes > 0)
    gtk_progress_bar_set_fraction (self->progress, MIN (1, (double) elapsed / MINUTE / minutes));
}

static void
show_step (RapportPresenterStatus *self, RapportPresentation *presentation)
{
  RapportStep *step = rapport_presentation_get_step (presentation);
  RapportStep *next = rapport_presentation_peek_next (presentation);
  guint n = rapport_presentation_get_n_steps (presentation), stage = rapport_presentation_get_stage (presentation);
  g_autofree char *title = NULL, *coming = NULL, *stage_name = NULL;

  if (step != NULL)
    title = g_strdup_printf (_("%u of %u: %s"), rapport_presentation_get_position (presentation) + 1, n,
                             rapport_step_get_title (step) != NULL ? rapport_step_get_title (step) : "");
  else if (n > 0)
    title = g_strdup (_("Before the first step"));
  set_text (self->title, title);
  set_text (self->words, rapport_presentation_get_words (presentation));
  set_text (self->note, step != NULL ? rapport_step_get_presenter_note (step) : NULL);
  if (step != NULL && stage + 1 < rapport_step_count_stages (step))
    {
      stage_name = rapport_step_dup_stage_name (step, stage + 1);
      coming = g_strdup_printf (_("Next: %s"), stage_name);
    }
  else if (next != NULL)
    coming = g_strdup_printf (_("Next: %s"), rapport_step_get_title (next) != NULL ? rapport_step_get_title (next) : "");
  else if (n > 0)
    coming = g_strdup (_("This is the last step."));
  set_text (self->next, coming);
}

static void
show_legibility (RapportPresenterStatus *self)
{
  RapportAudienceView *view = rapport_presenter_get_view (self->presenter);
  int heights = (int) rapport_audience_view_get_legibility (view);
  g_autofree char *words
      = g_strdup_printf (ngettext ("The smallest words are read from %d screen height away.",
                                   "The smallest words are read from %d screen heights away.", heights),
                         heights);

  set_text (self->legibility, heights > 0 ? words : NULL);
}

static void
update (RapportPresenterStatus *self)
{
  RapportPresentation *presentation = rapport_presenter_get_presentation (self->presenter);

  gtk_widget_set_visible (GTK_WIDGET (self), presentation != NULL);
  if (presentation == NULL)
    return;
  set_text (self->state, describe_state (self, presentation));
  gtk_button_set_label (self->hold, rapport_presentation_is_held (presentation) ? _("Show again") : _("Hold"));
  gtk_button_set_label (self->black, rapport_presentation_is_black (presentation) ? _("Show again") : _("Black"));
  gtk_button_set_label (self->names, rapport_session_hides_names (rapport_presentation_get_session (presentation))
                                         ? _("Show names")
                                         : _("Hide names"));
  show_step (self, presentation);
  show_time (self, presentation);
  show_legibility (self);
}

static gboolean
tick_cb (gpointer data)
{
  RapportPresenterStatus *self = data;
  RapportPresentation *presentation = rapport_presenter_get_presentation (self->presenter);

  if (presentation == NULL)
    {
      self->tick_source = 0;
      return G_SOURCE_REMOVE;
    }
  show_time (self, presentation);
  show_legibility (self);
  return G_SOURCE_CONTINUE;
}

static void
presenter_changed_cb (RapportPresenterStatus *self)
{
  RapportPresentation *presentation = rapport_presenter_get_presentation (self->presenter);

  if (presentation != NULL)
    {
      g_signal_handlers_disconnect_by_func (presentation, update, self);
      g_signal_connect_object (presentation, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      if (self->tick_source == 0)
        self->tick_source = g_timeout_add_seconds (1, tick_cb, self);
    }
  update (self);
}

/* --- What it is made of --- */

static GtkLabel *
add_label (RapportPresenterStatus *self, const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, style);
  gtk_box_append (GTK_BOX (self), label);
  return GTK_LABEL (label);
}

static GtkButton *
add_button (GtkWidget *row, const char *label, const char *action, const char *tooltip)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_set_hexpand (button, TRUE);
  gtk_box_append (GTK_BOX (row), button);
  return GTK_BUTTON (button);
}

static GtkWidget *
add_row (RapportPresenterStatus *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  gtk_box_append (GTK_BOX (self), row);
  return row;
}

static void
add_picture_row (RapportPresenterStatus *self)
{
  GtkWidget *row = add_row (self);
  GtkButton *smaller, *larger;

  smaller = add_button (row, _("A−"), "win.room-magnify", _("Smaller letters for the room"));
  larger = add_button (row, _("A+"), "win.room-magnify", _("Larger letters for the room"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (smaller), "i", -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (larger), "i", 1);
  add_button (row, _("Colours"), "win.room-scheme", _("Light, dark or high contrast for the room"));
  row = add_row (self);
  self->names = add_button (row, _("Hide names"), "win.hide-names",
                            _("Codes by sector stand for names, here and in what is exported (Ctrl+Shift+H)"));
}

static void
rapport_presenter_status_dispose (GObject *object)
{
  RapportPresenterStatus *self = RAPPORT_PRESENTER_STATUS (object);

  g_clear_handle_id (&self->tick_source, g_source_remove);
  g_clear_object (&self->presenter);

  G_OBJECT_CLASS (rapport_presenter_status_parent_class)->dispose (object);
}

static void
rapport_presenter_status_class_init (RapportPresenterStatusClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_presenter_status_dispose;
}

static void
rapport_presenter_status_init (RapportPresenterStatus *self)
{
  GtkWidget *row;

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  self->state = add_label (self, "heading");
  row = add_row (self);
  add_button (row, _("Back"), "win.previous-step", _("The step before (Page Up)"));
  add_button (row, _("Next"), "win.next-step", _("The next step, or more of this one (Page Down)"));
  row = add_row (self);
  self->hold = add_button (row, _("Hold"), "win.hold", _("The room goes on seeing what it sees (H)"));
  self->black = add_button (row, _("Black"), "win.black", _("The room sees black (B)"));
  add_button (row, _("Stop"), "win.stop-presenting", _("Stop presenting"));
  self->title = add_label (self, "title-4");
  self->words = add_label (self, "prompt");
  self->note = add_label (self, "body");
  self->next = add_label (self, "dim-label");
  self->clock = add_label (self, "numeric");
  self->timer = add_label (self, "numeric");
  self->progress = GTK_PROGRESS_BAR (gtk_progress_bar_new ());
  gtk_box_append (GTK_BOX (self), GTK_WIDGET (self->progress));
  add_picture_row (self);
  self->legibility = add_label (self, "caption");
}

GtkWidget *
rapport_presenter_status_new (RapportPresenter *presenter)
{
  RapportPresenterStatus *self = g_object_new (RAPPORT_TYPE_PRESENTER_STATUS, NULL);

  self->presenter = g_object_ref (presenter);
  g_signal_connect_object (presenter, "changed", G_CALLBACK (presenter_changed_cb), self, G_CONNECT_SWAPPED);
  presenter_changed_cb (self);
  return GTK_WIDGET (self);
}
