// The jobs that LinkedIn's export holds: "Job Applications.csv" and "Saved Jobs.csv". A row becomes a card of
// an opportunity: its title, the company, the posting's address, and the stage with its day. What Kith has
// no field for goes below the notes under the name of its column.
#pragma once

#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"

namespace kith {

Fit fit_applications(const FileContent& content);
Slices read_applications(FileReading& file);

Fit fit_saved_jobs(const FileContent& content);
Slices read_saved_jobs(FileReading& file);

}  // namespace kith
