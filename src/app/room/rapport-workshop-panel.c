/* rapport-workshop-panel.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-workshop-panel.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-capture-box.h"
#include "rapport-close-box.h"
#include "rapport-presenter-status.h"
#include "rapport-prompt-cards.h"
#include "rapport-step-list.h"
#include "rapport-steps.h"
#include "rapport-tension.h"

/* In pixels. */
#define WIDTH 390

struct _RapportWorkshopPanel
{
  GtkBox parent_instance;

  /* Owned */
  RapportPresenter *presenter; /* nullable: before it is given */
  RapportSession *session;     /* nullable */

  /* Children, which come when the panel is first shown */
  GtkWidget *stack;
  GtkWidget *steps;
  GtkWidget *cards;
  GtkWidget *capture;
  GtkWidget *close;
};

G_DEFINE_FINAL_TYPE (RapportWorkshopPanel, rapport_workshop_panel, GTK_TYPE_BOX)

static guint camera_signal;

static RapportPresentation *
get_presentation (RapportWorkshopPanel *self)
{
  return self->presenter != NULL ? rapport_presenter_get_presentation (self->presenter) : NULL;
}

/* While nothing is presented the step is looked at here. */
static void
chosen_cb (RapportWorkshopPanel *self, guint position)
{
  RapportElementList *steps = rapport_map_get_list (rapport_session_get_map (self->session), RAPPORT_LIST_STEPS);
  g_autoptr (RapportLens) lens = NULL;

  if (get_presentation (self) != NULL)
    {
      rapport_presentation_go_to (get_presentation (self), position, 0);
      return;
    }
  lens = rapport_step_make_lens (RAPPORT_STEP (rapport_element_list_peek (steps, position)), G_MAXUINT);
  rapport_session_set_lens (self->session, lens);
}

static void
camera_cb (RapportWorkshopPanel *self, const char *id)
{
  g_signal_emit (self, camera_signal, 0, id);
}

/* A question comes with the tension that it is about. */
static void
ask_cb (RapportWorkshopPanel *self, guint number, const char *prompt)
{
  const RapportLens *lens = rapport_session_get_lens (self->session);
  guint show = rapport_lens_get_show (lens) & ~(guint) RAPPORT_SHOW_TENSIONS;
  g_autoptr (RapportLens) changed = NULL;

  if (number > 0)
    {
      changed = rapport_lens_with_show (lens, show | rapport_tension_get (number)->show);
      rapport_session_set_lens (self->session, changed);
    }
  if (get_presentation (self) != NULL)
    rapport_presentation_set_words (get_presentation (self), prompt);
}

static void
presentation_changed_cb (RapportWorkshopPanel *self)
{
  RapportPresentation *presentation = get_presentation (self);
  RapportStep *step = presentation != NULL ? rapport_presentation_get_step (presentation) : NULL;

  if (self->stack == NULL)
    return;
  rapport_step_list_set_current (RAPPORT_STEP_LIST (self->steps),
                                 step != NULL ? rapport_element_get_id (RAPPORT_ELEMENT (step)) : NULL);
}

static void
presenter_changed_cb (RapportWorkshopPanel *self)
{
  RapportPresentation *presentation = get_presentation (self);

  if (presentation != NULL)
    {
      g_signal_handlers_disconnect_by_func (presentation, presentation_changed_cb, self);
      g_signal_connect_object (presentation, "changed", G_CALLBACK (presentation_changed_cb), self, G_CONNECT_SWAPPED);
    }
  presentation_changed_cb (self);
}

/* --- What it is made of --- */

static void
add_page (RapportWorkshopPanel *self, GtkWidget *page, const char *name, const char *title)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), page);
  gtk_widget_add_css_class (page, "page");
  gtk_stack_add_titled (GTK_STACK (self->stack), scrolled, name, title);
}

/* --- A column is no wider than it has to be, whatever is in it: the map has the rest. --- */

static GtkSizeRequestMode
get_column_mode (GtkWidget *column)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
measure_column (GtkWidget *column, GtkOrientation orientation, int for_size, int *minimum, int *natural,
                int *minimum_baseline, int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (column);
  int least;
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  width = MAX (least, WIDTH);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = least;
      *natural = width;
    }
  else
    gtk_widget_measure (child, orientation, width, minimum, natural, NULL, NULL);
}

static void
allocate_column (GtkWidget *column, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (column), width, height, baseline, NULL);
}

static GtkWidget *
new_column (GtkWidget *child)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (column), child);
  gtk_widget_set_vexpand (column, TRUE);
  gtk_widget_set_layout_manager (column, gtk_custom_layout_new (get_column_mode, measure_column, allocate_column));
  return column;
}

static void
give_session (RapportWorkshopPanel *self)
{
  rapport_step_list_set_session (RAPPORT_STEP_LIST (self->steps), self->session);
  rapport_capture_box_set_session (RAPPORT_CAPTURE_BOX (self->capture), self->session);
  rapport_close_box_set_session (RAPPORT_CLOSE_BOX (self->close), self->session);
}

static void
add_pages (RapportWorkshopPanel *self)
{
  self->stack = gtk_stack_new ();
  self->steps = rapport_step_list_new ();
  self->cards = rapport_prompt_cards_new ();
  self->capture = rapport_capture_box_new ();
  self->close = rapport_close_box_new ();
  add_page (self, self->steps, "steps", _("Steps"));
  add_page (self, self->cards, "cards", _("Questions"));
  add_page (self, self->capture, "capture", _("Responses"));
  add_page (self, self->close, "close", _("Close"));
  g_signal_connect_object (self->steps, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->steps, "camera", G_CALLBACK (camera_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->cards, "ask", G_CALLBACK (ask_cb), self, G_CONNECT_SWAPPED);
}

/* Most maps are opened to be drawn: what is for a room costs nothing until it is wanted. */
static void
fill (RapportWorkshopPanel *self)
{
  GtkWidget *switcher;

  if (self->stack != NULL)
    return;
  switcher = gtk_stack_switcher_new ();
  add_pages (self);
  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), GTK_STACK (self->stack));
  gtk_widget_set_halign (switcher, GTK_ALIGN_FILL);
  gtk_box_append (GTK_BOX (self), rapport_presenter_status_new (self->presenter));
  gtk_box_append (GTK_BOX (self), switcher);
  gtk_box_append (GTK_BOX (self), new_column (self->stack));
  give_session (self);
  presentation_changed_cb (self);
}

static void
rapport_workshop_panel_show (GtkWidget *widget)
{
  fill (RAPPORT_WORKSHOP_PANEL (widget));
  GTK_WIDGET_CLASS (rapport_workshop_panel_parent_class)->show (widget);
}

static void
rapport_workshop_panel_dispose (GObject *object)
{
  RapportWorkshopPanel *self = RAPPORT_WORKSHOP_PANEL (object);

  g_clear_object (&self->presenter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_workshop_panel_parent_class)->dispose (object);
}

static void
rapport_workshop_panel_class_init (RapportWorkshopPanelClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_workshop_panel_dispose;
  GTK_WIDGET_CLASS (klass)->show = rapport_workshop_panel_show;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "workshop");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  camera_signal = g_signal_new ("camera", RAPPORT_TYPE_WORKSHOP_PANEL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
rapport_workshop_panel_init (RapportWorkshopPanel *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
}

/* Called once. */
void
rapport_workshop_panel_set_presenter (RapportWorkshopPanel *self, RapportPresenter *presenter)
{
  g_return_if_fail (RAPPORT_IS_WORKSHOP_PANEL (self) && self->presenter == NULL);
  self->presenter = g_object_ref (presenter);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    fill (self);
  g_signal_connect_object (presenter, "changed", G_CALLBACK (presenter_changed_cb), self, G_CONNECT_SWAPPED);
}

/* @session: (nullable) */
void
rapport_workshop_panel_set_session (RapportWorkshopPanel *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_WORKSHOP_PANEL (self));
  if (g_set_object (&self->session, session) && self->stack != NULL)
    give_session (self);
}

/* What is on show becomes a step, behind the one that the room sees, and can be given words at once. */
void
rapport_workshop_panel_add_step (RapportWorkshopPanel *self)
{
  RapportPresentation *presentation = get_presentation (self);
  RapportCamera camera;
  gboolean near = presentation != NULL && rapport_presentation_get_camera (presentation, &camera);
  guint position = presentation != NULL ? rapport_presentation_get_position (presentation) : G_MAXUINT;
  const char *id = rapport_steps_add_view (self->session, near ? &camera : NULL,
                                           position != G_MAXUINT ? position + 1 : G_MAXUINT);

  if (id != NULL)
    rapport_step_list_edit (RAPPORT_STEP_LIST (self->steps), id);
}
