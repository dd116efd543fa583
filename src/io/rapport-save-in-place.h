/* rapport-save-in-place.h
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

#include "rapport-save-target.h"

G_BEGIN_DECLS

/**
 * RapportInPlaceResult:
 * @RAPPORT_IN_PLACE_SAVED: the new content is in the target, and on the disk
 * @RAPPORT_IN_PLACE_UNTOUCHED: the target has its old content
 * @RAPPORT_IN_PLACE_NO_RESCUE: the same, because no safety copy could be made
 * @RAPPORT_IN_PLACE_CHANGED: the same, because somebody has changed it in the meantime
 * @RAPPORT_IN_PLACE_DAMAGED: what is in the target is uncertain; the safety copy is kept
 */
typedef enum
{
  RAPPORT_IN_PLACE_SAVED,
  RAPPORT_IN_PLACE_UNTOUCHED,
  RAPPORT_IN_PLACE_NO_RESCUE,
  RAPPORT_IN_PLACE_CHANGED,
  RAPPORT_IN_PLACE_DAMAGED,
} RapportInPlaceResult;

RapportInPlaceResult rapport_save_in_place (RapportSaveTarget *target,
                                            GBytes *content,
                                            GCancellable *cancellable,
                                            int *reason);

G_END_DECLS
