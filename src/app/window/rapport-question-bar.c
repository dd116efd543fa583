/* rapport-question-bar.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-question-bar.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>

#include "rapport-choice-list.h"
#include "rapport-choice-names.h"
#include "rapport-times.h"
#include "rapport-wrap-layout.h"

#define N_TOGGLES 7
/* Between questions, tensions, times and views, in pixels. */
#define SPACING 6

struct _RapportQuestionBar
{
  GtkWidget parent_instance;

  /* Template */
  GtkToggleButton *gives;
  GtkToggleButton *power;
  GtkToggleButton *influence;
  GtkToggleButton *narratives;
  GtkToggleButton *power_tension;
  GtkToggleButton *language;
  GtkToggleButton *structures;
  GtkDropDown *phases;
  GtkDropDown *perspectives;
  GtkDropDown *names; /* of a map in two languages */

  /* Owned */
  RapportSession *session; /* nullable */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;

  gboolean bilingual;
  gboolean updating; /* the widgets follow the lens, not the other way round */
};

G_DEFINE_FINAL_TYPE (RapportQuestionBar, rapport_question_bar, GTK_TYPE_WIDGET)

static const guint shows[N_TOGGLES] = {
  RAPPORT_SHOW_GIVES,      RAPPORT_SHOW_POWER,         RAPPORT_SHOW_INFLUENCE,
  RAPPORT_SHOW_NARRATIVES, RAPPORT_SHOW_POWER_TENSION, RAPPORT_SHOW_LANGUAGE,
  RAPPORT_SHOW_STRUCTURES,
};

static GtkToggleButton *
get_toggle (RapportQuestionBar *self, guint i)
{
  GtkToggleButton *const toggles[N_TOGGLES]
      = { self->gives,         self->power,    self->influence, self->narratives,
          self->power_tension, self->language, self->structures };

  return toggles[i];
}

static void
toggled_cb (RapportQuestionBar *self)
{
  const RapportLens *lens;
  g_autoptr (RapportLens) changed = NULL;
  guint show;

  if (self->updating || self->session == NULL)
    return;
  lens = rapport_session_get_lens (self->session);
  show = rapport_lens_get_show (lens);
  for (guint i = 0; i < N_TOGGLES; i++)
    if (gtk_toggle_button_get_active (get_toggle (self, i)))
      show |= shows[i];
    else
      show &= ~shows[i];
  changed = rapport_lens_with_show (lens, show);
  rapport_session_set_lens (self->session, changed);
}

static const char *
chosen_id (RapportQuestionBar *self, RapportList list, guint position)
{
  RapportElement *element
      = rapport_element_list_peek (rapport_map_get_list (rapport_session_get_map (self->session), list),
                                   position);

  return element != NULL ? rapport_element_get_id (element) : NULL;
}

static void
phase_cb (RapportQuestionBar *self)
{
  g_autoptr (RapportLens) changed = NULL;
  const char *id;

  if (self->updating || self->session == NULL)
    return;
  id = chosen_id (self, RAPPORT_LIST_PHASES, gtk_drop_down_get_selected (self->phases));
  changed = rapport_lens_with_phase (rapport_session_get_lens (self->session), id);
  rapport_session_set_lens (self->session, changed);
}

static void
perspective_cb (RapportQuestionBar *self)
{
  g_autoptr (RapportLens) changed = NULL;
  guint position;

  if (self->updating || self->session == NULL)
    return;
  /* The first is everybody's. */
  position = gtk_drop_down_get_selected (self->perspectives);
  changed = rapport_lens_with_perspective (
      rapport_session_get_lens (self->session),
      position == 0 ? NULL : chosen_id (self, RAPPORT_LIST_PERSPECTIVES, position - 1));
  rapport_session_set_lens (self->session, changed);
}

static void
names_cb (RapportQuestionBar *self)
{
  if (!self->updating && self->session != NULL)
    rapport_session_set_names (self->session, (RapportNames) gtk_drop_down_get_selected (self->names));
}

static guint
fill (RapportQuestionBar *self, GtkDropDown *drop_down, RapportList which, const char *first,
      const char *selected)
{
  RapportElementList *list = rapport_map_get_list (rapport_session_get_map (self->session), which);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  guint place = 0;

  if (first != NULL)
    g_ptr_array_add (names, (char *) first);
  for (guint i = 0; i < rapport_element_list_get_length (list); i++)
    {
      RapportElement *element = rapport_element_list_peek (list, i);
      const char *name = rapport_element_get_text (element, "name");

      if (g_strcmp0 (rapport_element_get_id (element), selected) == 0)
        place = i + (first != NULL);
      g_ptr_array_add (names, (char *) (name != NULL ? name : rapport_element_get_id (element)));
    }
  rapport_choice_list_show (drop_down, names);
  gtk_drop_down_set_selected (drop_down, place);
  return rapport_element_list_get_length (list);
}

static void
update_cb (RapportQuestionBar *self)
{
  const RapportLens *lens;

  if (self->session == NULL || self->updating)
    return;
  lens = rapport_session_get_lens (self->session);
  self->updating = TRUE;
  for (guint i = 0; i < N_TOGGLES; i++)
    gtk_toggle_button_set_active (get_toggle (self, i),
                                  (rapport_lens_get_show (lens) & shows[i]) != 0);
  /* A choice of one is no choice. */
  gtk_widget_set_visible (GTK_WIDGET (self->phases),
                          fill (self, self->phases, RAPPORT_LIST_PHASES, NULL,
                                rapport_lens_get_phase (lens)) > 1);
  gtk_widget_set_visible (GTK_WIDGET (self->perspectives),
                          fill (self, self->perspectives, RAPPORT_LIST_PERSPECTIVES,
                                rapport_times_is_agreed (self->session) ? _("As agreed") : _("The draft"),
                                rapport_lens_get_perspective (lens)) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->names), self->bilingual);
  gtk_drop_down_set_selected (self->names, rapport_session_get_names (self->session));
  self->updating = FALSE;
}

/* It is looked for only when it may have changed: a large map has many names. */
static void
look_for_languages (RapportQuestionBar *self)
{
  self->bilingual = self->session != NULL && rapport_map_is_bilingual (rapport_session_get_map (self->session));
}

static gboolean
is_about_languages (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const RapportChange *change = g_ptr_array_index (changes, i);

      if (change->kind == RAPPORT_CHANGE_SET ? g_str_has_prefix (change->property->name, "other-")
                                             : change->kind != RAPPORT_CHANGE_SET_READING)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_about_choices (GPtrArray *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      const RapportChange *change = g_ptr_array_index (changes, i);
      const RapportListInfo *info = rapport_list_info_find_type (G_OBJECT_TYPE (change->element));

      if (info != NULL
          && (info->list == RAPPORT_LIST_PHASES || info->list == RAPPORT_LIST_PERSPECTIVES))
        return TRUE;
    }
  return FALSE;
}

static void
committed_cb (RapportQuestionBar *self, GPtrArray *changes)
{
  gboolean languages = is_about_languages (changes);

  if (languages)
    look_for_languages (self);
  if (languages || is_about_choices (changes))
    update_cb (self);
}

static void
rapport_question_bar_dispose (GObject *object)
{
  RapportQuestionBar *self = RAPPORT_QUESTION_BAR (object);
  GtkWidget *child;

  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), RAPPORT_TYPE_QUESTION_BAR);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (rapport_question_bar_parent_class)->dispose (object);
}

static void
rapport_question_bar_class_init (RapportQuestionBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rapport_question_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "question-bar");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/rapport/Rapport/rapport-question-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, gives);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, power);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, influence);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, narratives);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, power_tension);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, language);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, structures);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, phases);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, perspectives);
  gtk_widget_class_bind_template_child (widget_class, RapportQuestionBar, names);
}

/* Where a window is narrower than four names of tensions, they are cut off; the tooltip has them whole. */
static void
let_shrink (GtkToggleButton *toggle)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (toggle));

  if (GTK_IS_LABEL (label))
    gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
}

static void
rapport_question_bar_init (RapportQuestionBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), rapport_wrap_layout_new (SPACING));
  for (guint i = 0; i < N_TOGGLES; i++)
    let_shrink (get_toggle (self, i));
  rapport_choice_names_mend (GTK_WIDGET (self->phases), _("Time"));
  rapport_choice_names_mend (GTK_WIDGET (self->perspectives), _("Whose view"));
  rapport_choice_names_mend (GTK_WIDGET (self->names), _("Names"));
  for (guint i = 0; i < N_TOGGLES; i++)
    g_signal_connect_object (get_toggle (self, i), "notify::active", G_CALLBACK (toggled_cb), self,
                             G_CONNECT_SWAPPED);
  g_signal_connect_object (self->phases, "notify::selected", G_CALLBACK (phase_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->perspectives, "notify::selected", G_CALLBACK (perspective_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->names, "notify::selected", G_CALLBACK (names_cb), self, G_CONNECT_SWAPPED);
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (update_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
}

/* @session: (nullable) */
void
rapport_question_bar_set_session (RapportQuestionBar *self, RapportSession *session)
{
  g_return_if_fail (RAPPORT_IS_QUESTION_BAR (self));
  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  look_for_languages (self);
  update_cb (self);
}
