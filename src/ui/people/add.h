// The dialog that adds a person.
#pragma once

#include <string>

#include "ui/session/session.h"

namespace kith::ui {

struct AddPerson {
    bool open = false;
    std::string given, family, role, organisation, email, phone, met, error;
};
void draw_add_person(Session& session, AddPerson& state);

}  // namespace kith::ui
