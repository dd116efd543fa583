/* rapport-step-view.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * How a step of a presentation looks at its map, and the other way: what is looked at becomes a step.
 */
#pragma once

#include "rapport-lens.h"
#include "rapport-step.h"

G_BEGIN_DECLS

/* What is in view: in the units of the wheel, or of a map without one; so it suits a page of any shape. */
typedef struct
{
  double x; /* of the middle */
  double y;
  double width;
} RapportCamera;

guint        rapport_step_count_stages   (RapportStep *self);
char        *rapport_step_dup_stage_name (RapportStep *self, guint stage);
RapportLens *rapport_step_make_lens      (RapportStep *self, guint stage);
gboolean     rapport_step_read_camera    (RapportStep *self, RapportCamera *camera);
const char  *rapport_step_get_words      (RapportStep *self);

void         rapport_step_init_view      (RapportElement *step, const RapportLens *lens, const RapportCamera *camera);

G_END_DECLS
