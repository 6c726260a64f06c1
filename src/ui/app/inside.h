// The state of all screens. For app.cpp and half_done.cpp only, which define its functions.
#pragma once

#include "ui/app/app.h"
#include "ui/app/finder.h"
#include "ui/app/half_done.h"
#include "ui/app/records.h"
#include "ui/conversations/log_dialog.h"
#include "ui/conversations/meeting.h"
#include "ui/conversations/message.h"
#include "ui/files/screen.h"
#include "ui/gallery/gallery.h"
#include "ui/history/screen.h"
#include "ui/history/trash.h"
#include "ui/network/screen.h"
#include "ui/people/add.h"
#include "ui/people/person.h"
#include "ui/people/screen.h"
#include "ui/records/guides.h"
#include "ui/settings/packing.h"
#include "ui/settings/protection.h"
#include "ui/settings/screen.h"
#include "ui/today/today.h"

namespace kith::ui {

struct App::Inside {
    Inside(Host& host, Workspace& workspace, Random& random, const Catalogue& words)
        : session(host, workspace, random, words) {
        session.catch_up = [this] { return catch_up(); };
    }
    Inside(Inside&&) = delete;

    Session session;
    TodayState today;
    MeetingState meeting;
    MessageDialog message;
    PeopleState people;
    PersonState person;
    NetworkState network{session.insight};
    RecordsState records;
    AddPerson add;
    LogDialog log;
    RecordForm form;  // of an interaction or event that is there
    FinderState finder;
    GuideDialog guide;
    TrashState trash;
    HistoryState history;
    SettingsState settings;
    FilesStatePtr files = make_files_state();
    ProtectionDialog protection;
    SealedFile sealed;
    PackingDialog packing;
    std::shared_ptr<GalleryState> gallery;
    bool file_hovers = false;
    bool more_open = false;

    HalfDone half_done;

    std::string shown_location;  // as the host has it
    // The title, from that, whether it may name records, and the workspace's revision.
    MadeFrom<std::string, bool, std::uint64_t> titled;
    Kept<std::size_t, std::uint64_t> in_trash;  // from the trash's revision
    Kept<RecordCounts, std::uint64_t> counts;   // from the workspace's

    void read_settings();
    Slices catch_up();
    void begin();
    void shortcuts();
    void draw();
    void draw_place(ImRect area);
    void draw_people_place(ImRect area);
    void draw_overlays(float bottom);
    void draw_drop_target();
    bool keep_typed(bool at_once);
    std::string write_half_done();
    void take_up();
    void give_up_waiting();
    template <typename Visit>
    void each_half_done(Visit& visit);
    void grant_wishes();
    void tell_host();
    bool on_first_page() const;
};

}  // namespace kith::ui
