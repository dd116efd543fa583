/* rapport-line-breaker.c
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "rapport-line-breaker-private.h"

#include "rapport-text.h"

#include <string.h>

/* No label shows more than this many characters, so no more are ever shaped: a name may be 64 KiB long. */
#define SHOWN_CHARACTERS 1000

/* Where lines begin; line i is [ends[i - 1], ends[i]). */
typedef struct
{
  int *ends; /* owned */
  guint n;
  gboolean complete;
} Lines;

/**
 * _rapport_line_breaker_clip:
 * @cut: (out): whether characters were left out
 *
 * Returns: (transfer full): what can be shown of @text on a few lines, white space collapsed
 */
char *
_rapport_line_breaker_clip (const char *text, gboolean *cut)
{
  g_autofree char *head = NULL;
  const char *end = text;
  guint n = 0;

  for (; *end != '\0' && n < SHOWN_CHARACTERS; n++)
    end = g_utf8_next_char (end);
  *cut = *end != '\0';
  head = g_strndup (text, (gsize) (end - text));
  return rapport_text_collapse (head);
}

/* The last position between letters that keeps the line within @max_width, and at least one letter on. */
static int
break_inside_word (const RapportShapedText *self, int from, double max_width)
{
  int best = 0;

  for (int i = from + 1; i <= self->n; i++)
    if (self->attrs[i].is_cursor_position)
      {
        if (best > 0 && _rapport_shaped_text_get_width (self, from, i) > max_width)
          break;
        best = i;
      }
  return best > 0 ? best : self->n;
}

/* Where the line that begins at @from ends. */
static int
find_end (const RapportShapedText *self, int from, double max_width)
{
  int best = 0;

  for (int i = from + 1; i <= self->n; i++)
    if (i == self->n || self->attrs[i].is_line_break)
      {
        if (_rapport_shaped_text_get_width (self, from, i) > max_width)
          break;
        best = i;
      }
  return best > 0 ? best : break_inside_word (self, from, max_width);
}

/* Fills lines one after the other, and returns how wide the widest became. */
static double
fill (const RapportShapedText *self, double max_width, guint max_lines, Lines *lines)
{
  double widest = 0;
  int at = 0;

  for (lines->n = 0; lines->n < max_lines && at < self->n; lines->n++)
    {
      int end = find_end (self, at, max_width);

      widest = MAX (widest, _rapport_shaped_text_get_width (self, at, end));
      lines->ends[lines->n] = at = end;
    }
  lines->complete = at == self->n;
  return widest;
}

/* Makes the lines narrower for as long as no more of them are needed and no word has to be broken for it. */
static void
balance (const RapportShapedText *self, double widest, Lines *lines)
{
  g_autofree int *ends = g_new (int, lines->n);
  Lines narrower = { ends };

  for (guint tries = 0; tries < SHOWN_CHARACTERS; tries++)
    {
      double width = fill (self, widest * (1 - 1e-9) - 1e-6, lines->n, &narrower);

      if (!narrower.complete || width >= widest)
        return;
      for (guint i = 0; i < narrower.n; i++)
        if (ends[i] < self->n && !self->attrs[ends[i]].is_line_break)
          return;
      memcpy (lines->ends, ends, narrower.n * sizeof *ends);
      lines->n = narrower.n;
      widest = width;
    }
}

static char *
take_line (const RapportShapedText *self, int from, int to)
{
  to = _rapport_shaped_text_trim (self, from, to);
  return g_strndup (self->starts[from], (gsize) (self->starts[to] - self->starts[from]));
}

/* As much as fits before an ellipsis. */
static char *
take_shortened (const RapportShapedText *self, int from, double max_width, double ellipsis)
{
  g_autofree char *head = NULL;
  int end = from;

  for (int i = from + 1; i <= self->n; i++)
    if (self->attrs[i].is_cursor_position)
      {
        if (_rapport_shaped_text_get_width (self, from, i) + ellipsis > max_width)
          break;
        end = i;
      }
  head = take_line (self, from, end);
  return g_strconcat (head, RAPPORT_ELLIPSIS, NULL);
}

/**
 * _rapport_line_breaker_run:
 * @shaped: the whole text on one line
 * @cut: whether there is more of the text than that
 * @max_width: in the units of what was shaped, as pixels
 * @ellipsis: how wide an ellipsis is
 * @widths: (out) (optional) (array): room for @max_lines: how wide the lines are, -1 for one with an ellipsis
 *
 * Returns: (transfer full): a %NULL-ended list of lines
 */
char **
_rapport_line_breaker_run (const RapportShapedText *shaped,
                           gboolean cut,
                           double max_width,
                           guint max_lines,
                           double ellipsis,
                           double *widths)
{
  g_autofree int *ends = g_new0 (int, max_lines + 1);
  GPtrArray *result = g_ptr_array_new ();
  Lines lines = { ends };
  double widest;

  widest = fill (shaped, max_width, max_lines, &lines);
  lines.complete = lines.complete && !cut;
  if (lines.complete && lines.n > 1)
    balance (shaped, widest, &lines);
  for (guint i = 0; i < lines.n; i++)
    {
      int from = i == 0 ? 0 : ends[i - 1];
      gboolean shortened = i + 1 == lines.n && !lines.complete;

      g_ptr_array_add (result, shortened ? take_shortened (shaped, from, max_width, ellipsis)
                                         : take_line (shaped, from, ends[i]));
      if (widths != NULL)
        widths[i] = shortened ? -1 : _rapport_shaped_text_get_width (shaped, from, ends[i]);
    }
  g_ptr_array_add (result, NULL);
  return (char **) g_ptr_array_free (result, FALSE);
}
