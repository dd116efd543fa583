/* rapport-link-card.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-link-card.h"

#include "rapport-config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "rapport-link-answers.h"
#include "rapport-link-cell.h"
#include "rapport-link-more.h"
#include "rapport-link.h"
#include "rapport-question-key.h"
#include "rapport-sector-glyph.h"
#include "rapport-settings.h"
#include "rapport-whose-view.h"

/* Of what is under "More", in pixels; the rest is scrolled to. */
#define MOST_MORE 330
/* Of a side's name, in letters. */
#define NAME_WIDTH 24

struct _RapportLinkCard
{
  RapportCard parent_instance;

  /* Owned */
  RapportSession *session; /* nullable: closed */
  RapportElement *link;    /* nullable: closed */
  GPtrArray *cells;        /* of borrowed cells, in the order in which digits answer */
  GSignalGroup *session_signals;
  GSignalGroup *history_signals;
  GSignalGroup *selection_signals;

  /* Borrowed */
  GtkWidget *star;
  GtkWidget *more;         /* nullable: the part that is folded away at first */

  guint slot;        /* what the next digit answers, counted over all cells */
  gboolean updating;
  gboolean unfolded;
};

G_DEFINE_FINAL_TYPE (RapportLinkCard, rapport_link_card, RAPPORT_TYPE_CARD)

/* --- What digits answer --- */

static guint
count_slots (RapportLinkCard *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cells->len; i++)
    n += rapport_link_cell_get_n_slots (g_ptr_array_index (self->cells, i));
  return n;
}

/* Returns: (nullable): the cell that @slot is in; @slot becomes its place in that cell */
static RapportLinkCell *
find_cell (RapportLinkCard *self, guint *slot)
{
  for (guint i = 0; i < self->cells->len; i++)
    {
      RapportLinkCell *cell = g_ptr_array_index (self->cells, i);
      guint n = rapport_link_cell_get_n_slots (cell);

      if (*slot < n)
        return cell;
      *slot -= n;
    }
  return NULL;
}

static void
show_current (RapportLinkCard *self)
{
  guint slot = self->slot;
  RapportLinkCell *current = find_cell (self, &slot);

  for (guint i = 0; i < self->cells->len; i++)
    {
      RapportLinkCell *cell = g_ptr_array_index (self->cells, i);

      rapport_link_cell_set_current (cell, cell == current ? (int) slot : -1);
    }
}

static void
advance (RapportLinkCard *self, guint to)
{
  self->slot = to;
  if (to >= count_slots (self))
    rapport_card_leave (RAPPORT_CARD (self));
  else
    show_current (self);
}

static void
answer (RapportLinkCard *self, int level)
{
  guint slot = self->slot;
  RapportLinkCell *cell = find_cell (self, &slot);

  if (cell == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (cell)))
    return;
  rapport_link_cell_answer (cell, slot, level);
  advance (self, self->slot + 1);
}

/* Split, the row is answered view by view; where views cannot be told apart, that they differ is the answer. */
static void
differ (RapportLinkCard *self)
{
  guint slot = self->slot;
  RapportLinkCell *cell = find_cell (self, &slot);
  gboolean answered;

  if (cell == NULL || !gtk_widget_get_sensitive (GTK_WIDGET (cell)))
    return;
  self->slot -= slot;
  answered = rapport_link_cell_differ (cell) && rapport_link_cell_get_n_slots (cell) == 1;
  advance (self, self->slot + (answered ? 1 : 0));
}

static void
toggle_star (RapportLinkCard *self)
{
  gboolean starred = rapport_element_get_flag (self->link, "starred");
  RapportTransaction *transaction;

  if (!rapport_link_can_answer (self->session, self->link))
    return;
  transaction = rapport_history_begin (rapport_session_get_history (self->session),
                                       starred ? _("Take the star off a link") : _("Star a link"), NULL);
  rapport_transaction_set_flag (transaction, self->link, "starred", !starred);
  rapport_transaction_commit (transaction);
}

/**
 * rapport_link_card_key:
 * @key: pressed without Control, Alt or Super
 *
 * Returns: whether it meant something to the card
 */
gboolean
rapport_link_card_key (RapportLinkCard *self, guint key)
{
  g_return_val_if_fail (RAPPORT_IS_LINK_CARD (self), FALSE);
  if (self->link == NULL)
    return FALSE;
  if (key >= GDK_KEY_0 && key <= GDK_KEY_3)
    answer (self, (int) (key - GDK_KEY_0));
  else if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_3)
    answer (self, (int) (key - GDK_KEY_KP_0));
  else if (key == GDK_KEY_minus || key == GDK_KEY_KP_Subtract)
    answer (self, RAPPORT_LEVEL_UNSET);
  else if (key == GDK_KEY_d || key == GDK_KEY_D)
    differ (self);
  else if (key == GDK_KEY_asterisk || key == GDK_KEY_KP_Multiply)
    toggle_star (self);
  else
    /* There is no answer above 3: such a digit changes nothing, here or elsewhere. */
    return (key >= GDK_KEY_4 && key <= GDK_KEY_9) || (key >= GDK_KEY_KP_4 && key <= GDK_KEY_KP_9);
  return TRUE;
}

/* --- What is on it --- */

static void
star_cb (RapportLinkCard *self)
{
  if (!self->updating)
    toggle_star (self);
}

static void
update_star (RapportLinkCard *self)
{
  gboolean starred = rapport_element_get_flag (self->link, "starred");

  self->updating = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->star), starred);
  gtk_button_set_icon_name (GTK_BUTTON (self->star), starred ? "starred-symbolic" : "non-starred-symbolic");
  gtk_widget_set_sensitive (self->star, rapport_link_can_answer (self->session, self->link));
  self->updating = FALSE;
}

static GtkWidget *
new_star (RapportLinkCard *self)
{
  self->star = gtk_toggle_button_new ();
  gtk_widget_add_css_class (self->star, "flat");
  gtk_widget_add_css_class (self->star, "circular");
  gtk_widget_set_valign (self->star, GTK_ALIGN_START);
  gtk_widget_set_tooltip_text (self->star, _("Star this link, to discuss it (*)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->star), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("To discuss"), -1);
  g_signal_connect_object (self->star, "toggled", G_CALLBACK (star_cb), self, G_CONNECT_SWAPPED);
  return self->star;
}

/* Shape, name and sector of one side. */
static GtkWidget *
new_side (RapportLinkCard *self, RapportSide side)
{
  RapportMap *map = rapport_session_get_map (self->session);
  RapportElement *stakeholder = rapport_link_get_stakeholder (self->link, side);
  const char *sector = stakeholder != NULL ? rapport_element_get_text (stakeholder, "sector") : NULL;
  const char *caption = rapport_map_get_sector_name (map, sector);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *seen = rapport_link_see_side_name (self->session, self->link, side);
  GtkWidget *name = gtk_label_new (seen);
  GtkWidget *under = gtk_label_new (caption != NULL ? caption : "");

  gtk_widget_add_css_class (name, "title");
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_lines (GTK_LABEL (name), 2);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  /* One width, whatever the name, so that the card's height is known before it is laid out. */
  gtk_label_set_width_chars (GTK_LABEL (name), NAME_WIDTH);
  gtk_label_set_max_width_chars (GTK_LABEL (name), NAME_WIDTH);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (under), 0);
  gtk_widget_add_css_class (under, "caption");
  gtk_widget_add_css_class (under, "quiet");
  gtk_box_append (GTK_BOX (texts), name);
  gtk_box_append (GTK_BOX (texts), under);
  gtk_box_append (GTK_BOX (box), rapport_sector_glyph_new (map, sector));
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_hexpand (texts, TRUE);
  if (side == RAPPORT_SIDE_B)
    gtk_box_append (GTK_BOX (box), new_star (self));
  return box;
}

static void
show_question_cb (RapportLinkCard *self, GtkWidget *button)
{
  guint question = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "question"));
  const RapportLens *lens = rapport_session_get_lens (self->session);
  g_autoptr (RapportLens) changed
      = rapport_lens_with_show (lens, rapport_lens_get_show (lens) | question);

  rapport_session_set_lens (self->session, changed);
}

static GtkWidget *
new_offer (RapportLinkCard *self, const char *title, const char *subtitle, guint question)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *first = gtk_label_new (title);
  GtkWidget *second = gtk_label_new (subtitle);

  gtk_widget_add_css_class (first, "heading");
  gtk_widget_add_css_class (second, "caption");
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_hexpand (button, TRUE);
  g_object_set_data (G_OBJECT (button), "question", GUINT_TO_POINTER (question));
  g_signal_connect_object (button, "clicked", G_CALLBACK (show_question_cb), self, G_CONNECT_SWAPPED);
  return button;
}

/* Nothing is asked that was not chosen; the card says how to choose. */
static void
add_offers (RapportLinkCard *self)
{
  GtkWidget *label = gtk_label_new (_("No question about links is on show. What do you want to ask?"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_box_append (GTK_BOX (box), new_offer (self, _("Give and get"), _("What each gives the other (G)"),
                                            RAPPORT_SHOW_GIVES));
  gtk_box_append (GTK_BOX (box), new_offer (self, _("Power"), _("Who can decide or say no (P)"),
                                            RAPPORT_SHOW_POWER));
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), label);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), box);
}

/* What few look for is made when it is asked for. */
static void
unfold (RapportLinkCard *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  /* A high card stands at the side, where it can be moved up or down to fit. */
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_RIGHT);
  self->more = rapport_link_more_new (self->session, self->link);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), MOST_MORE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->more);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), scroller);
  rapport_card_find_place (RAPPORT_CARD (self));
}

static void
more_cb (RapportLinkCard *self, GtkToggleButton *button)
{
  self->unfolded = gtk_toggle_button_get_active (button);
  gtk_button_set_label (GTK_BUTTON (button), self->unfolded ? _("Less") : _("More"));
  if (self->unfolded)
    unfold (self);
  else if (self->more != NULL)
    {
      gtk_box_remove (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))),
                      gtk_widget_get_ancestor (self->more, GTK_TYPE_SCROLLED_WINDOW));
      self->more = NULL;
      rapport_card_find_place (RAPPORT_CARD (self));
    }
}

static void
add_footer (RapportLinkCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *hint = gtk_label_new (_("0 none · 1 a little · 2 some · 3 a lot · – not discussed · D we differ"));
  GtkWidget *more = gtk_toggle_button_new_with_label (_("More"));

  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_widget_set_hexpand (hint, TRUE);
  gtk_widget_add_css_class (hint, "caption");
  gtk_widget_add_css_class (hint, "quiet");
  gtk_widget_add_css_class (more, "more");
  gtk_widget_set_valign (more, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (more, _("What is given, by what one can decide, whether it is fair, notes"));
  g_signal_connect_object (more, "toggled", G_CALLBACK (more_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), more);
  /* Notes are there. */
  gtk_widget_set_visible (more, !rapport_card_is_for_room (RAPPORT_CARD (self)));
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), box);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), self->unfolded);
}

static void
fill (RapportLinkCard *self)
{
  guint show = rapport_lens_get_show (rapport_session_get_lens (self->session));
  GtkWidget *grid = gtk_grid_new ();
  RapportLinkRow rows[RAPPORT_LINK_MAX_ROWS];
  guint n = rapport_link_rows_list (show, rows);

  g_ptr_array_set_size (self->cells, 0);
  self->more = NULL;
  rapport_card_empty (RAPPORT_CARD (self));
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 24);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 12);
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), rapport_whose_view_new (self->session));
  gtk_box_append (GTK_BOX (rapport_card_get_box (RAPPORT_CARD (self))), grid);
  for (RapportSide side = RAPPORT_SIDE_A; side <= RAPPORT_SIDE_B; side++)
    gtk_grid_attach (GTK_GRID (grid), new_side (self, side), (int) side, 0, 1, 1);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *cell = rapport_link_cell_new (self->session, self->link, &rows[i]);

      gtk_grid_attach (GTK_GRID (grid), cell, (int) rows[i].side, 1 + (int) i / 2, 1, 1);
      g_ptr_array_add (self->cells, cell);
    }
  rapport_card_stack_if_wide (RAPPORT_CARD (self), GTK_GRID (grid));
  if (n == 0)
    add_offers (self);
  else
    add_footer (self);
  update_star (self);
  show_current (self);
}

/* --- Following the map --- */

static gboolean
is_there (RapportLinkCard *self)
{
  const char *phase = rapport_lens_get_phase (rapport_session_get_lens (self->session));

  return rapport_element_get_map (self->link) == rapport_session_get_map (self->session)
         && (phase == NULL || rapport_element_is_in_phase (self->link, phase));
}

/* The first answer in which a cell now differs from what it showed before; 0 where there are more or fewer of them. */
static guint
find_changed_slot (const char *before, const char *now)
{
  g_auto (GStrv) old = g_strsplit (before, " ", -1);
  g_auto (GStrv) new = g_strsplit (now, " ", -1);

  if (g_strv_length (old) == g_strv_length (new))
    for (guint i = 0; old[i] != NULL; i++)
      if (strcmp (old[i], new[i]) != 0)
        return i;
  return 0;
}

/* Shows what is answered now. What an undo took back is what the next digit answers. */
static void
refresh_cells (RapportLinkCard *self)
{
  gboolean undone = rapport_history_can_redo (rapport_session_get_history (self->session));
  guint first = 0;

  for (guint i = 0; i < self->cells->len; i++)
    {
      RapportLinkCell *cell = g_ptr_array_index (self->cells, i);
      g_autofree char *before = rapport_link_cell_describe (cell);
      g_autofree char *now = NULL;

      rapport_link_cell_refresh (cell);
      now = rapport_link_cell_describe (cell);
      if (undone && strcmp (before, now) != 0)
        {
          self->slot = first + find_changed_slot (before, now);
          undone = FALSE;
        }
      first += rapport_link_cell_get_n_slots (cell);
    }
}

static void
committed_cb (RapportLinkCard *self)
{
  if (!is_there (self))
    {
      rapport_card_close (RAPPORT_CARD (self));
      return;
    }
  refresh_cells (self);
  if (self->more != NULL)
    rapport_link_more_refresh (RAPPORT_LINK_MORE (self->more));
  update_star (self);
  show_current (self);
}

/* Other questions are other rows. */
static void
lens_cb (RapportLinkCard *self)
{
  gboolean had_keyboard = rapport_card_has_keyboard (RAPPORT_CARD (self));

  if (!is_there (self))
    {
      rapport_card_close (RAPPORT_CARD (self));
      return;
    }
  self->slot = 0;
  fill (self);
  if (had_keyboard)
    rapport_card_take_keyboard (RAPPORT_CARD (self));
}

static void
selection_cb (RapportLinkCard *self)
{
  if (rapport_selection_get_only (rapport_session_get_selection (self->session)) != self->link)
    rapport_card_close (RAPPORT_CARD (self));
}

static void
set_targets (RapportLinkCard *self, RapportSession *session)
{
  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->history_signals,
                             session != NULL ? rapport_session_get_history (session) : NULL);
  g_signal_group_set_target (self->selection_signals,
                             session != NULL ? rapport_session_get_selection (session) : NULL);
}

/* To the row that is answered next, or to the first thing there is. */
static void
rapport_link_card_take_keyboard (RapportCard *card)
{
  RapportLinkCard *self = RAPPORT_LINK_CARD (card);
  guint slot = self->slot;
  RapportLinkCell *cell = find_cell (self, &slot);

  if (cell == NULL || !rapport_link_cell_grab_slot (cell, slot))
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static gboolean
rapport_link_card_card_key (RapportCard *card, guint key)
{
  RapportLinkCard *self = RAPPORT_LINK_CARD (card);

  /* Digits answer the row that has the keyboard; letters are for the whole card. */
  if (g_unichar_isalpha (gdk_keyval_to_unicode (key))
      && !rapport_settings_get_flag (rapport_settings_get_default (), "single-letter-keys"))
    return FALSE;
  return rapport_link_card_key (self, key)
         || (self->link != NULL
             && rapport_question_key (self->session, gdk_keyval_to_lower (key), gdk_keyval_is_upper (key)));
}

static void
rapport_link_card_closed (RapportCard *card)
{
  RapportLinkCard *self = RAPPORT_LINK_CARD (card);

  set_targets (self, NULL);
  g_clear_object (&self->link);
}

static void
rapport_link_card_dispose (GObject *object)
{
  RapportLinkCard *self = RAPPORT_LINK_CARD (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->selection_signals);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_object (&self->link);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (rapport_link_card_parent_class)->dispose (object);
}

static void
rapport_link_card_class_init (RapportLinkCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rapport_link_card_dispose;
  RAPPORT_CARD_CLASS (klass)->key = rapport_link_card_card_key;
  RAPPORT_CARD_CLASS (klass)->take_keyboard = rapport_link_card_take_keyboard;
  RAPPORT_CARD_CLASS (klass)->closed = rapport_link_card_closed;
}

static void
rapport_link_card_init (RapportLinkCard *self)
{
  self->cells = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (RAPPORT_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::lens", G_CALLBACK (lens_cb), self);
  self->history_signals = g_signal_group_new (RAPPORT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "committed", G_CALLBACK (committed_cb), self);
  self->selection_signals = g_signal_group_new (RAPPORT_TYPE_SELECTION);
  g_signal_group_connect_swapped (self->selection_signals, "changed", G_CALLBACK (selection_cb), self);
}

/* Returns: (transfer floating): a closed card, whose parent is to be the map's widget */
GtkWidget *
rapport_link_card_new (void)
{
  return g_object_new (RAPPORT_TYPE_LINK_CARD, NULL);
}

/**
 * rapport_link_card_open:
 * @link: is selected, and stays what the card is about until it closes
 *
 * Shows the card, which begins at its first row. The keyboard stays where it is.
 */
void
rapport_link_card_open (RapportLinkCard *self, RapportSession *session, RapportElement *link)
{
  g_autofree char *name = NULL, *a = NULL, *b = NULL;

  g_return_if_fail (RAPPORT_IS_LINK_CARD (self) && RAPPORT_IS_SESSION (session) && RAPPORT_IS_LINK (link));

  g_set_object (&self->session, session);
  g_set_object (&self->link, link);
  if (!is_there (self))
    return;
  self->slot = 0;
  self->unfolded = FALSE;
  rapport_selection_set (rapport_session_get_selection (session), rapport_element_get_id (link));
  set_targets (self, session);
  fill (self);
  /* Translators: two names. */
  a = rapport_link_see_side_name (session, link, RAPPORT_SIDE_A);
  b = rapport_link_see_side_name (session, link, RAPPORT_SIDE_B);
  name = g_strdup_printf (_("Link between %s and %s"), a, b);
  rapport_card_open (RAPPORT_CARD (self), name);
}

/* Returns: (nullable) (transfer none): %NULL where the card is closed */
RapportElement *
rapport_link_card_get_link (RapportLinkCard *self)
{
  g_return_val_if_fail (RAPPORT_IS_LINK_CARD (self), NULL);
  return self->link;
}
