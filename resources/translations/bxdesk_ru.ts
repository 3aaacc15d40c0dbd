<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
    <context>
        <name>bxdesk</name>
        <message>
            <location filename="bxdesk/accounts/connections.py" />
            <source>The list of connections</source>
            <translation>Список подключений</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Another program, or another sign-in, uses it already.</source>
            <translation>Его уже использует другая программа или другой вход.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Close the other program, or choose another port: the same one must stand in the redirect address of the app's card and here.</source>
            <translation>Закройте другую программу или выберите другой порт: он должен совпадать здесь и в адресе перенаправления в карточке приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Not understood</source>
            <translation>Запрос не распознан</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Nothing here</source>
            <translation>Здесь ничего нет</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>Port {port} of this computer cannot be used.</source>
            <translation>Порт {port} этого компьютера недоступен.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>The system says: {reason}.</source>
            <translation>Ответ системы: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>This is not a request bxdesk answers.</source>
            <translation>На такой запрос bxdesk не отвечает.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/loopback.py" />
            <source>bxdesk waits for a sign-in at another address.</source>
            <translation>bxdesk ожидает вход по другому адресу.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/redirect.py" />
            <source>Use the one in the app's card, as in http://127.0.0.1:8917/callback.</source>
            <translation>Используйте адрес из карточки приложения, например http://127.0.0.1:8917/callback.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/redirect.py" />
            <source>“{address}” is not a redirect address.</source>
            <translation>«{address}» не является адресом перенаправления.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>It said: {reason}.</source>
            <translation>Ответ портала: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>Sign in again and press Allow.</source>
            <translation>Войдите снова и нажмите «Разрешить».</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/reply.py" />
            <source>The portal did not allow the sign-in.</source>
            <translation>Портал не разрешил вход.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not answer.</source>
            <translation>Оно не отвечает.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It does not keep what is stored in it.</source>
            <translation>Оно не сохраняет записанные данные.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>It is locked.</source>
            <translation>Оно заблокировано.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>The portal's keys are too long for it.</source>
            <translation>Ключи портала слишком длинные для него.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>There is none in this session.</source>
            <translation>В этом сеансе его нет.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Unlock or install a keyring and try again. In the window you may also go on for this session only.</source>
            <translation>Разблокируйте или установите хранилище ключей и повторите попытку. В окне программы можно также продолжить только на этот сеанс.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Waiting for your system's keyring. It may ask for a password…</source>
            <translation>Ожидание системного хранилища ключей. Оно может запросить пароль…</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>Your system's keyring cannot be used.</source>
            <translation>Системное хранилище ключей недоступно.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/secret_store.py" />
            <source>{name} would store secrets in plain text.</source>
            <translation>{name} хранит секреты в открытом виде.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sessions.py" />
            <source>Sign in again.</source>
            <translation>Войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sessions.py" />
            <source>The keyring holds no key for it.</source>
            <translation>В хранилище ключей нет ключа для него.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/sessions.py" />
            <source>You are not signed in to {portal}.</source>
            <translation>Вход на портал {portal} не выполнен.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Already signed in</source>
            <translation>Вход уже выполнен</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Another portal answered: {portal}.</source>
            <translation>Ответил другой портал: {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Check the address, and sign in with the one that the portal really has.</source>
            <translation>Проверьте адрес и войдите по настоящему адресу портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Copy it from the app's card on the portal.</source>
            <translation>Скопируйте значение из карточки приложения на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Look at the page in the browser. Check that the redirect address in the app's card is the one used here, then sign in again.</source>
            <translation>Посмотрите на страницу в браузере. Проверьте, что адрес перенаправления в карточке приложения совпадает с указанным здесь, и войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>No answer came back from the browser.</source>
            <translation>Ответ от браузера не получен.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The browser's answer would not come here.</source>
            <translation>Ответ браузера сюда не придёт.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>The redirect address is not on this computer: {address}</source>
            <translation>Адрес перенаправления находится не на этом компьютере: {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>There is no {name}.</source>
            <translation>Не указано: {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>This answer was used already. Close this tab.</source>
            <translation>Этот ответ уже использован. Закройте эту вкладку.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>Use http://127.0.0.1:8917/callback in the app's card and here, or paste the answer.</source>
            <translation>Укажите http://127.0.0.1:8917/callback в карточке приложения и здесь или вставьте ответ.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>When a sign-in is refused, the portal says so on its own page and sends nothing back.</source>
            <translation>Если во входе отказано, портал сообщает об этом на своей странице и ничего не отправляет обратно.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>You are signed in</source>
            <translation>Вход выполнен</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>You asked for {portal}.</source>
            <translation>Вы запрашивали {portal}.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>bxdesk is connected. You may close this tab.</source>
            <translation>bxdesk подключён. Эту вкладку можно закрыть.</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>client ID</source>
            <translation>идентификатор клиента</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>client secret</source>
            <translation>секретный ключ клиента</translation>
        </message>
        <message>
            <location filename="bxdesk/accounts/signin.py" />
            <source>{explanation} {hint}</source>
            <translation>{explanation} {hint}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>It is not known whether the portal did this.</source>
            <translation>Неизвестно, выполнил ли это портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Putting back what stood there before…</source>
            <translation>Возврат прежнего состояния…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Reading back what stands on the portal…</source>
            <translation>Проверка состояния на портале…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Refresh to see what stands there now.</source>
            <translation>Обновите данные, чтобы увидеть текущее состояние.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Sending changes to {host}…</source>
            <translation>Отправка изменений на {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>The connection was lost before it could be read back.</source>
            <translation>Соединение прервалось, прежде чем удалось проверить результат.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/apply.py" />
            <source>Waiting {seconds} s before trying the rest again…</source>
            <translation>Пауза {seconds} с перед повтором остальных изменений…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/closing.py" />
            <source>A part of this stands half-way.</source>
            <translation>Часть изменений выполнена наполовину.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/closing.py" />
            <source>Apply again when the cause is cured: what stands half-way is settled first.</source>
            <translation>Устраните причину и примените изменения снова: сначала будет улажено незавершённое.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/closing.py" />
            <source>It could be neither done nor put back. What stood there before is kept in the journal.</source>
            <translation>Их не удалось ни завершить, ни отменить. Прежнее состояние сохранено в журнале.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>No more was sent. Make room on the disk, then apply again: what was begun is settled first.</source>
            <translation>Отправка остановлена. Освободите место на диске и примените изменения снова: сначала будет улажено начатое.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check that the folder can be written and that the disk has room.</source>
            <translation>Ничего не отправлено. Проверьте, что папка доступна для записи и на диске есть место.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>Nothing was sent. Check the folder and who may read it.</source>
            <translation>Ничего не отправлено. Проверьте папку и права на её чтение.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>The folder of what was applied cannot be read: {path}</source>
            <translation>Не удалось прочитать папку применённых изменений: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>What is being changed can no longer be written down: {path}</source>
            <translation>Запись выполняемых изменений больше невозможна: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/journal.py" />
            <source>What is to be changed cannot be written down first: {path}</source>
            <translation>Не удалось заранее записать планируемые изменения: {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/past.py" />
            <source>Open the history again.</source>
            <translation>Откройте историю снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/past.py" />
            <source>This is no longer in the history.</source>
            <translation>Этого больше нет в истории.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>It has version {version}; this bxdesk reads version {known}.</source>
            <translation>Его версия — {version}; этот bxdesk читает версию {known}.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>It was left as it is, and holds nothing up. Look at it, then move it away.</source>
            <translation>Он оставлен без изменений и ничему не мешает. Просмотрите его и переместите в другое место.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>It was left as it is. Use the newer bxdesk to settle or take back what it holds.</source>
            <translation>Он оставлен без изменений. Чтобы завершить или отменить записанное в нём, используйте более новый bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>Its first line is incomplete.</source>
            <translation>Его первая строка неполная.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>Its first line is not what bxdesk writes there.</source>
            <translation>Его первая строка записана не bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>Its name is not that of a journal.</source>
            <translation>Его имя не похоже на имя журнала.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>The journal {path} is damaged.</source>
            <translation>Журнал {path} повреждён.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/reading.py" />
            <source>The journal {path} was written by a newer bxdesk.</source>
            <translation>Журнал {path} записан более новой версией bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/settling.py" />
            <source>Comparing what was cut off with what stands on {host}…</source>
            <translation>Сравнение прерванных изменений с состоянием на {host}…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/turn.py" />
            <source>Waiting: another bxdesk is changing {host}…</source>
            <translation>Ожидание: {host} изменяет другой экземпляр bxdesk…</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/work.py" />
            <source>An earlier apply to {host} was cut off.</source>
            <translation>Предыдущее применение изменений на {host} было прервано.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/work.py" />
            <source>Finish it, or put back what stood there before.</source>
            <translation>Завершите его или верните прежнее состояние.</translation>
        </message>
        <message>
            <location filename="bxdesk/changes/work.py" />
            <source>What it left half-way must be settled before anything else is changed there.</source>
            <translation>Прежде чем менять там что-либо ещё, нужно уладить незавершённое.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>A sign-in is running already.</source>
            <translation>Вход уже выполняется.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>Copy the secret from the app's card on the portal.</source>
            <translation>Скопируйте секретный ключ из карточки приложения на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>Finish it in the browser, or cancel it first.</source>
            <translation>Завершите вход в браузере или сначала отмените его.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>Remove the item “bxdesk” for this portal in your system's keyring program.</source>
            <translation>Удалите запись «bxdesk» для этого портала в системной программе управления ключами.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>The client secret for {portal} is no longer kept.</source>
            <translation>Секретный ключ клиента для {portal} больше не хранится.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>The keyring could not be reached.</source>
            <translation>Хранилище ключей недоступно.</translation>
        </message>
        <message>
            <location filename="bxdesk/desk.py" />
            <source>{portal} was removed here, but its key may still be in your keyring.</source>
            <translation>Портал {portal} удалён здесь, но его ключ может оставаться в хранилище ключей.</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>Cancelled</source>
            <translation>Отменено</translation>
        </message>
        <message>
            <location filename="bxdesk/errors.py" />
            <source>You stopped this.</source>
            <translation>Вы остановили операцию.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>&amp;Add</source>
            <translation>&amp;Добавить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>A type ID is a whole number, such as 183.</source>
            <translation>ID типа — целое число, например 183.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>Add a custom type</source>
            <translation>Добавить пользовательский тип</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>The number in the type's address on the portal: …/crm/type/183/… (its entityTypeId).</source>
            <translation>Число в адресе типа на портале: …/crm/type/183/… (его entityTypeId).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>Type &amp;ID</source>
            <translation>&amp;ID типа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/add_type_dialog.py" />
            <source>Type ID</source>
            <translation>ID типа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>&amp;What to do</source>
            <translation>&amp;Что делать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>Next problem</source>
            <translation>Следующая проблема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>Previous problem</source>
            <translation>Предыдущая проблема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/banner.py" />
            <source>{at} of {all}</source>
            <translation>{at} из {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Code</source>
            <translation>Код</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>For</source>
            <translation>Для кого</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Handler</source>
            <translation>Обработчик</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Languages</source>
            <translation>Языки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Placement</source>
            <translation>Место</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_model.py" />
            <source>Title</source>
            <translation>Название</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Copy as a layout</source>
            <translation>&amp;Копировать как макет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Изменить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Leave as it is</source>
            <translation>&amp;Оставить как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Move to the current handler</source>
            <translation>&amp;Перевести на текущий обработчик</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;Remove</source>
            <translation>&amp;Убрать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;With the selected</source>
            <translation>&amp;С выбранными</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>&amp;With the selected ({n})</source>
            <translation>&amp;С выбранными ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>All widgets of this app</source>
            <translation>Все виджеты этого приложения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>All widgets of this app ({n})</source>
            <translation>Все виджеты этого приложения ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>Change the &amp;address…</source>
            <translation>Изменить &amp;адрес…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>Find a widget</source>
            <translation>Найти виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>This app has no widget on the portal yet.</source>
            <translation>У этого приложения пока нет виджетов на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>With the selected</source>
            <translation>С выбранными</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>{n} widget stays: its place cannot be bound at the moment.</source>
            <translation>Останется виджетов: {n}. Встроить в их места сейчас нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_panel.py" />
            <source>{n} widgets stay: their places cannot be bound at the moment.</source>
            <translation>Останется виджетов: {n}. Встроить в их места сейчас нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>Everybody</source>
            <translation>Все</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>User {id}</source>
            <translation>Пользователь {id}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>moves to the current handler</source>
            <translation>переводится на текущий обработчик</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>moves to {address}</source>
            <translation>переводится на {address}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>to remove</source>
            <translation>убрать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/bindings_rows.py" />
            <source>to replace</source>
            <translation>заменить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>&amp;Copy</source>
            <translation>&amp;Копировать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>&amp;Open that page</source>
            <translation>&amp;Открыть эту страницу</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>&amp;Redirect address</source>
            <translation>&amp;Адрес перенаправления</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Add a local application on the portal (Developer resources → Other → Local application), or open the card of the one that is there, and fill it in like this:</source>
            <translation>Добавьте на портале локальное приложение (Разработчикам → Другое → Локальное приложение) или откройте карточку существующего и заполните её так:</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>CRM: timelines, cards, lists</source>
            <translation>CRM: таймлайны, карточки, списки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Calendar</source>
            <translation>Календарь</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Chat</source>
            <translation>Чат</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Contact Center</source>
            <translation>Контакт-центр</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Copy the redirect address</source>
            <translation>Скопировать адрес перенаправления</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Enter the portal's address first.</source>
            <translation>Сначала введите адрес портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Install path</source>
            <translation>Путь для первоначальной установки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Permissions</source>
            <translation>Права</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Redirect address</source>
            <translation>Адрес перенаправления</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Server, with “Script only (no user interface)” ticked</source>
            <translation>Серверное, с флажком «Использует только API»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Tasks</source>
            <translation>Задачи</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Telephony</source>
            <translation>Телефония</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Tick in the card: {permissions}</source>
            <translation>Отметьте в карточке: {permissions}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Type</source>
            <translation>Тип</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>User profiles</source>
            <translation>Профили пользователей</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>Workgroups</source>
            <translation>Рабочие группы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>leave it empty</source>
            <translation>оставьте пустым</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_card.py" />
            <source>none: paste the code</source>
            <translation>нет: вставьте код</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>&amp;Sign in</source>
            <translation>&amp;Войти</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Cancel</source>
            <translation>Отмена</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Connect a portal</source>
            <translation>Подключить портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Sign in</source>
            <translation>Войти</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Sign in again to {portal}</source>
            <translation>Повторный вход на {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_dialog.py" />
            <source>Stopping…</source>
            <translation>Остановка…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>&amp;Portal</source>
            <translation>&amp;Портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>1  The portal</source>
            <translation>1  Портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>2  The local application on the portal</source>
            <translation>2  Локальное приложение на портале</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>3  The keys from the saved card</source>
            <translation>3  Ключи из сохранённой карточки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>A&amp;dvanced</source>
            <translation>&amp;Дополнительно</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Authori&amp;zation server</source>
            <translation>Сервер &amp;авторизации</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Authorization server</source>
            <translation>Сервер авторизации</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Client &amp;ID</source>
            <translation>&amp;Идентификатор клиента</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Client ID</source>
            <translation>Идентификатор клиента</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Client s&amp;ecret</source>
            <translation>Секретный &amp;ключ клиента</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Client secret</source>
            <translation>Секретный ключ клиента</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Enter the client ID from the card.</source>
            <translation>Введите идентификатор клиента из карточки.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Enter the client secret from the card.</source>
            <translation>Введите секретный ключ клиента из карточки.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Enter the portal's address, such as acme.bitrix24.com.</source>
            <translation>Введите адрес портала, например acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Only for a portal on your own server that has one of its own.</source>
            <translation>Только для портала на своём сервере с собственным сервером авторизации.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Portal</source>
            <translation>Портал</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>Put this address into the card on the portal as well and save the card, then sign in.</source>
            <translation>Укажите этот адрес и в карточке на портале, сохраните карточку, затем войдите.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>This is a webhook's address. Only the portal's name is taken from it: a webhook cannot place widgets, a local application can. The rest of the address is a secret, like a password.</source>
            <translation>Это адрес вебхука. Из него взято только имя портала: вебхук не может встраивать виджеты, а локальное приложение может. Остальная часть адреса секретна, как пароль.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>automatic</source>
            <translation>автоматически</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_form.py" />
            <source>kept in your keyring: leave it empty</source>
            <translation>в хранилище ключей: оставьте пустым</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_step.py" />
            <source>folded</source>
            <translation>свёрнуто</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_step.py" />
            <source>unfolded</source>
            <translation>развёрнуто</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>&amp;Try again</source>
            <translation>&amp;Повторить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>Continue for this &amp;session only</source>
            <translation>Продолжить только на этот &amp;сеанс</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>For this session only means: the keys are forgotten when bxdesk is closed.</source>
            <translation>Только на этот сеанс: ключи будут забыты при закрытии bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>Port {port} is free. It has to be changed in the card as well.</source>
            <translation>Порт {port} свободен. Его нужно изменить и в карточке.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_trouble.py" />
            <source>Use &amp;port {port}</source>
            <translation>Использовать &amp;порт {port}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>&amp;Open again</source>
            <translation>&amp;Открыть снова</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>&amp;Paste</source>
            <translation>&amp;Вставить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>&amp;Use</source>
            <translation>&amp;Использовать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Address to open in the browser</source>
            <translation>Адрес для открытия в браузере</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Answer from the browser</source>
            <translation>Ответ из браузера</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Copy &amp;link</source>
            <translation>Копировать &amp;ссылку</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Getting ready…</source>
            <translation>Подготовка…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Handed over. A code is good for {seconds} seconds more.</source>
            <translation>Передано. Код действует ещё {seconds} с.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>If the browser ends on a page that does not open, or shows a code, paste it here at once: a code is good for 30 seconds.</source>
            <translation>Если в браузере страница не открывается или показан код, сразу вставьте это сюда: код действует 30 секунд.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>No browser opened. Open this address yourself; {time} left.</source>
            <translation>Браузер не открылся. Откройте этот адрес сами; осталось {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Take the answer from the clip&amp;board by itself</source>
            <translation>Брать ответ из &amp;буфера обмена автоматически</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>The whole address the browser ended at, the code it shows, or the POST a handler received</source>
            <translation>Полный адрес, на котором остановился браузер, показанный код или POST, полученный обработчиком</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>There is no text in the clipboard.</source>
            <translation>В буфере обмена нет текста.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Thirty seconds are over. If nothing happens, open the link again for a new code.</source>
            <translation>Тридцать секунд истекли. Если ничего не происходит, откройте ссылку снова, чтобы получить новый код.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Waiting for the browser</source>
            <translation>Ожидание браузера</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>Waiting for the browser: confirm there that bxdesk may use the portal. {time} left.</source>
            <translation>Ожидание браузера: подтвердите там, что bxdesk может работать с порталом. Осталось {time}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/connect_wait.py" />
            <source>While this dialog waits, and only texts that look like an answer. Nothing else is read.</source>
            <translation>Только пока открыто это окно и только тексты, похожие на ответ. Больше ничего не читается.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor_panel.py" />
            <source>&amp;Handler address</source>
            <translation>&amp;Адрес обработчика</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor_panel.py" />
            <source>Handler address</source>
            <translation>Адрес обработчика</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor_panel.py" />
            <source>Handlers that are bound already</source>
            <translation>Уже встроенные обработчики</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/editor_panel.py" />
            <source>The page that answers inside the widget's frame.</source>
            <translation>Страница, которая отвечает внутри фрейма виджета.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/faults.py" />
            <source>Something unexpected went wrong inside bxdesk ({kind}).</source>
            <translation>В bxdesk произошла непредвиденная ошибка ({kind}).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/faults.py" />
            <source>This is a fault of the program, not of yours. The log tells more.</source>
            <translation>Это ошибка программы, а не ваша. Подробности — в журнале программы.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/faults.py" />
            <source>Try again. If it comes back, restart bxdesk and report it.</source>
            <translation>Повторите попытку. Если ошибка повторится, перезапустите bxdesk и сообщите о ней.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/group_summary.py" />
            <source>{bound} of {all} bound</source>
            <translation>Встроено: {bound} из {all}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>What stands there now</source>
            <translation>Что там сейчас</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>changed by somebody else; it is left alone</source>
            <translation>изменено кем-то другим; остаётся как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>done</source>
            <translation>выполнено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>half done</source>
            <translation>выполнено наполовину</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/half_way_model.py" />
            <source>not done: what stood there before</source>
            <translation>не выполнено: прежнее состояние</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>&amp;Close</source>
            <translation>&amp;Закрыть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>&amp;Undo…</source>
            <translation>&amp;Отменить…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>All &amp;portals</source>
            <translation>Все &amp;порталы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>History</source>
            <translation>История</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Looking at what stands there now…</source>
            <translation>Проверка текущего состояния…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Nothing was applied yet.</source>
            <translation>Пока ничего не применялось.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Reading…</source>
            <translation>Чтение…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Steps of the chosen entry</source>
            <translation>Шаги выбранной записи</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>Switch to that portal first.</source>
            <translation>Сначала перейдите на этот портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>There is nothing of it left to take back.</source>
            <translation>Здесь больше нечего отменять.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_dialog.py" />
            <source>What was applied</source>
            <translation>Что применено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_model.py" />
            <source>By</source>
            <translation>Кто</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_model.py" />
            <source>Result</source>
            <translation>Результат</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_model.py" />
            <source>What</source>
            <translation>Что</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_model.py" />
            <source>When</source>
            <translation>Когда</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>Undo: {steps}</source>
            <translation>Отмена: {steps}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>cut off, finished later</source>
            <translation>прервано, завершено позже</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>cut off, left as it stood</source>
            <translation>прервано, оставлено как было</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>cut off, or still under way</source>
            <translation>прервано или ещё выполняется</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>cut off, put back</source>
            <translation>прервано, возвращено прежнее</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>taken back</source>
            <translation>отменено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>{n} done</source>
            <translation>выполнено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>{n} failed</source>
            <translation>с ошибкой: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/history_words.py" />
            <source>{n} not carried out</source>
            <translation>не выполнено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/leftovers.py" />
            <source>An apply of one change was cut off here before its end.</source>
            <translation>Применение одного изменения было здесь прервано до завершения.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/leftovers.py" />
            <source>An apply of {count} changes was cut off here before its end.</source>
            <translation>Применение изменений ({count}) было здесь прервано до завершения.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/leftovers.py" />
            <source>Look at what stands there, then finish it or put everything back.</source>
            <translation>Посмотрите, что там сейчас, затем завершите начатое или верните всё как было.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/leftovers.py" />
            <source>Nothing else can be applied to this portal before this is settled.</source>
            <translation>Пока это не улажено, применить к этому порталу что-либо ещё нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>&amp;Add to the plan</source>
            <translation>&amp;Добавить в план</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Addresses that &amp;begin with</source>
            <translation>Адреса, которые &amp;начинаются с</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Addresses that begin with</source>
            <translation>Адреса, которые начинаются с</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Change the address</source>
            <translation>Изменить адрес</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>From then on</source>
            <translation>После изменения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>New addresses</source>
            <translation>Новые адреса</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Nothing would change.</source>
            <translation>Ничего не изменится.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>Now</source>
            <translation>Сейчас</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>begin &amp;from now on with</source>
            <translation>&amp;теперь начинаются с</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>begin from now on with</source>
            <translation>теперь начинаются с</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>stays: {why}</source>
            <translation>остаётся: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>{address} (is there already; this one goes)</source>
            <translation>{address} (там уже есть; этот будет убран)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>{n} widget gets another address.</source>
            <translation>Виджетов с новым адресом: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/move_dialog.py" />
            <source>{n} widgets get another address.</source>
            <translation>Виджетов с новым адресом: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/option_fields.py" />
            <source>As it is</source>
            <translation>Как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/option_fields.py" />
            <source>No</source>
            <translation>Нет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/option_fields.py" />
            <source>Yes</source>
            <translation>Да</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/options_editor.py" />
            <source>O&amp;ptions</source>
            <translation>&amp;Параметры</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/options_editor.py" />
            <source>Only for the user with the ID</source>
            <translation>Только для пользователя с ID</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/options_editor.py" />
            <source>{option}</source>
            <translation>{option}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/options_editor.py" />
            <source>{option} (required)</source>
            <translation>{option} (обязательно)</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_model.py" />
            <source>State</source>
            <translation>Состояние</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_panel.py" />
            <source>Find a placement</source>
            <translation>Найти место</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_panel.py" />
            <source>Find a placement by name, code, type or number</source>
            <translation>Найти место по названию, коду, типу или номеру</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_panel.py" />
            <source>No placement matches “{text}”.</source>
            <translation>Нет мест, соответствующих «{text}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_panel.py" />
            <source>Tick where the widget should be. Select a row to read more about it.</source>
            <translation>Отметьте, где должен быть виджет. Выберите строку, чтобы узнать о месте больше.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>Add a type ID…</source>
            <translation>Добавить ID типа…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>Custom types</source>
            <translation>Пользовательские типы</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>More placements ({n})</source>
            <translation>Ещё места ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>Other placements</source>
            <translation>Другие места</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>Type {number}</source>
            <translation>Тип {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_rows.py" />
            <source>{title} ({number})</source>
            <translation>{title} ({number})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_tree.py" />
            <source>&amp;Keep its own texts</source>
            <translation>&amp;Сохранить свои тексты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/placement_tree.py" />
            <source>Placements</source>
            <translation>Места встройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>D&amp;iscard</source>
            <translation>&amp;Сбросить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Discard</source>
            <translation>Сбросить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Forget every tick that was not applied</source>
            <translation>Сбросить все неприменённые отметки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Plan</source>
            <translation>План</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Re&amp;view and apply…</source>
            <translation>&amp;Просмотреть и применить…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>Review and apply</source>
            <translation>Просмотреть и применить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_bar.py" />
            <source>{plan}. First: {problem}</source>
            <translation>{plan}. Сначала: {problem}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Change</source>
            <translation>Изменение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Details</source>
            <translation>Подробности</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Done</source>
            <translation>Выполнено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Failed</source>
            <translation>Ошибка</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Failed: {why}</source>
            <translation>Ошибка: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_model.py" />
            <source>Not carried out</source>
            <translation>Не выполнено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source> and read back.</source>
            <translation> (проверено на портале).</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>, but could not be read back.</source>
            <translation>, но проверить результат не удалось.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>All {n} changes are done</source>
            <translation>Все изменения ({n}) выполнены</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Bind “{title}” to {place}</source>
            <translation>Встроить «{title}»: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Description</source>
            <translation>Описание</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Description: “{text}”</source>
            <translation>Описание: «{text}»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>For user</source>
            <translation>Для пользователя</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Group</source>
            <translation>Группа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Nothing to change</source>
            <translation>Изменений нет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Option</source>
            <translation>Параметр</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Remove “{title}” from {place}</source>
            <translation>Убрать «{title}»: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>Replace the texts at {place}</source>
            <translation>Заменить тексты: {place}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>The change is done</source>
            <translation>Изменение выполнено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>nothing</source>
            <translation>ничего</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} change is done</source>
            <translation>Выполнено изменений: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} changes are done</source>
            <translation>Выполнено изменений: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} to bind</source>
            <translation>встроить: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} to replace</source>
            <translation>заменить: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} to unbind</source>
            <translation>убрать: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} was not carried out</source>
            <translation>не выполнено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{n} were not carried out</source>
            <translation>не выполнено: {n}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/plan_words.py" />
            <source>{what}: {before} → {after}</source>
            <translation>{what}: {before} → {after}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/preview.py" />
            <source>Where people will see it</source>
            <translation>Где это увидят пользователи</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/preview.py" />
            <source>Your widget</source>
            <translation>Ваш виджет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/preview.py" />
            <source>{place}: “{title}”</source>
            <translation>{place}: «{title}»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>&amp;Name</source>
            <translation>&amp;Имя</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>&amp;Save</source>
            <translation>&amp;Сохранить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>Name</source>
            <translation>Имя</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>Only bxdesk uses it. Left empty, the portal goes by its address.</source>
            <translation>Используется только в bxdesk. Если оставить пустым, портал называется по адресу.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/rename_dialog.py" />
            <source>Rename {portal}</source>
            <translation>Переименовать {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>&amp;Apply</source>
            <translation>&amp;Применить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Отмена</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>&amp;Stop</source>
            <translation>&amp;Остановить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>&amp;Try again…</source>
            <translation>&amp;Повторить…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Apply</source>
            <translation>Применить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Changes</source>
            <translation>Изменения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Progress</source>
            <translation>Ход выполнения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Review the changes on {portal}</source>
            <translation>Просмотр изменений на {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Sending…</source>
            <translation>Отправка…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Sign &amp;in again…</source>
            <translation>&amp;Войти снова…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Stopped. The portal is read again to see what was done.</source>
            <translation>Остановлено. Портал читается снова, чтобы узнать, что выполнено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Stopping after the changes that are on their way…</source>
            <translation>Остановка после уже отправленных изменений…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>There is nothing to take back.</source>
            <translation>Отменять нечего.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>Undo on {portal}</source>
            <translation>Отмена на {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_dialog.py" />
            <source>{done} of {total}: {what}</source>
            <translation>{done} из {total}: {what}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/review_notes.py" />
            <source>{n} more are left alone for the same reason.</source>
            <translation>По той же причине остаются как есть, ещё: {n}.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>&amp;Language</source>
            <translation>&amp;Язык</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Тема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Address of the proxy</source>
            <translation>Адрес прокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>As the system</source>
            <translation>Как в системе</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Ask &amp;again</source>
            <translation>Запросить &amp;снова</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Asking…</source>
            <translation>Запрос…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Certificates</source>
            <translation>Сертификаты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Dark</source>
            <translation>Тёмная</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Directly</source>
            <translation>Напрямую</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Enter the proxy's address, such as http://proxy.example.com:3128.</source>
            <translation>Введите адрес прокси, например http://proxy.example.com:3128.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Language</source>
            <translation>Язык</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Light</source>
            <translation>Светлая</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>P&amp;roxy</source>
            <translation>П&amp;рокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Proxy</source>
            <translation>Прокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Secrets are kept in</source>
            <translation>Секреты хранятся в</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Settings</source>
            <translation>Настройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Theme</source>
            <translation>Тема</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>Through this proxy</source>
            <translation>Через этот прокси</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>checked against the system's store, always</source>
            <translation>всегда проверяются по системному хранилищу</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/settings_dialog.py" />
            <source>holds from the next start on</source>
            <translation>вступит в силу при следующем запуске</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/sign_out_dialog.py" />
            <source>&amp;Sign out</source>
            <translation>&amp;Выйти</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/sign_out_dialog.py" />
            <source>Sign out</source>
            <translation>Выход</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/sign_out_dialog.py" />
            <source>Sign out of {portal}?</source>
            <translation>Выйти с портала {portal}?</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/sign_out_dialog.py" />
            <source>bxdesk forgets the keys and the session. The widgets on the portal stay as they are.</source>
            <translation>bxdesk забудет ключи и сеанс. Виджеты на портале останутся как есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>&amp;Connect a portal…</source>
            <translation>&amp;Подключить портал…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Go on for this &amp;session only…</source>
            <translation>Продолжить только на этот с&amp;еанс…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Opening…</source>
            <translation>Открытие…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Placements, bindings, custom types and permissions, in one request.</source>
            <translation>Места, встройки, пользовательские типы и права — одним запросом.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Put your widgets into Bitrix24</source>
            <translation>Встройте свои виджеты в Битрикс24</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Reading {portal}…</source>
            <translation>Чтение {portal}…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in &amp;again…</source>
            <translation>Войти &amp;снова…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Sign in anew; the keys are forgotten when bxdesk is closed.</source>
            <translation>Войти заново; ключи будут забыты при закрытии bxdesk.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Stopped</source>
            <translation>Остановлено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>Working</source>
            <translation>Выполнение</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>bxdesk shows where your application appears in a portal: buttons above the timeline of leads, deals and custom types, the Contact Center tile. Tick where it should be, look at what will change, and apply.</source>
            <translation>bxdesk показывает, где ваше приложение появляется на портале: кнопки над таймлайном лидов, сделок и пользовательских типов, плитка в Контакт-центре. Отметьте, где оно должно быть, посмотрите, что изменится, и примените.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_page.py" />
            <source>{portal} was not read.</source>
            <translation>Портал {portal} не прочитан.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>Another handler of this app is bound here; see the table. It is left alone.</source>
            <translation>Здесь встроен другой обработчик этого приложения; см. таблицу. Он остаётся как есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>It keeps its own text: “{title}”.</source>
            <translation>Остаётся свой текст: «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>It says “{title}” there now. Use “Keep its own texts” from the menu to leave it so.</source>
            <translation>Сейчас там «{title}». Чтобы так и оставить, выберите в меню «Оставить свои тексты».</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>Nothing of this app is bound here.</source>
            <translation>Здесь ничего из этого приложения не встроено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>The binding will be removed.</source>
            <translation>Встройка будет убрана.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>This handler is bound here with these texts.</source>
            <translation>Этот обработчик встроен здесь с этими текстами.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>This handler will be bound here.</source>
            <translation>Этот обработчик будет встроен здесь.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>bound</source>
            <translation>встроено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>bound, own text</source>
            <translation>встроен, свой текст</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>not available: {why}</source>
            <translation>недоступно: {why}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>not bound</source>
            <translation>не встроено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>other handler</source>
            <translation>другой обработчик</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>other text, to replace</source>
            <translation>другой текст, заменить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>to bind</source>
            <translation>встроить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/state_words.py" />
            <source>to unbind</source>
            <translation>убрать</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Description</source>
            <translation>&amp;Описание</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Group</source>
            <translation>&amp;Группа</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Languages</source>
            <translation>&amp;Языки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;One text for all languages</source>
            <translation>О&amp;дин текст для всех языков</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Own texts ({n} selected)</source>
            <translation>С&amp;вои тексты (выбрано: {n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>&amp;Title</source>
            <translation>&amp;Название</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Give the placements that are selected in the tree texts of their own</source>
            <translation>Задать свои тексты местам, выбранным в дереве</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Language of the texts</source>
            <translation>Язык текстов</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Languages of the texts</source>
            <translation>Языки текстов</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Optional</source>
            <translation>Необязательно</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Optional: a shared heading</source>
            <translation>Необязательно: общий заголовок</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Own texts of the selected ({n})</source>
            <translation>Свои тексты выбранных мест ({n})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Say it in several of the portal's languages</source>
            <translation>Задать тексты на нескольких языках портала</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Texts for all that is ticked</source>
            <translation>Тексты для всего отмеченного</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>The text people see, such as “Send contract”</source>
            <translation>Текст, который увидят люди, например «Отправить договор»</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>Use the &amp;common texts</source>
            <translation>Взять об&amp;щие тексты</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>{language}</source>
            <translation>{language}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>{language} ({id})</source>
            <translation>{language} ({id})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/texts_editor.py" />
            <source>{language}: the title is missing</source>
            <translation>{language}: нет названия</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>&amp;Refresh</source>
            <translation>О&amp;бновить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Connect a portal…</source>
            <translation>Подключить портал…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Histor&amp;y</source>
            <translation>&amp;История</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>More about this portal</source>
            <translation>Подробнее об этом портале</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>No portal yet</source>
            <translation>Портала пока нет</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Re&amp;name…</source>
            <translation>&amp;Переименовать…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Read the portal again; your ticks and texts stay</source>
            <translation>Прочитать портал заново; ваши отметки и тексты сохранятся</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Reading the portal</source>
            <translation>Чтение портала</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Refresh</source>
            <translation>Обновить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>S&amp;top</source>
            <translation>&amp;Стоп</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Setti&amp;ngs</source>
            <translation>Н&amp;астройки</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Sign &amp;out…</source>
            <translation>Вы&amp;йти…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>Signed in as {user}</source>
            <translation>Вы вошли как {user}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>not reached</source>
            <translation>нет связи</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>session ended</source>
            <translation>сеанс завершён</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/top_bar.py" />
            <source>{portal} ({state})</source>
            <translation>{portal} ({state})</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>&amp;Finish</source>
            <translation>&amp;Завершить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>&amp;Leave it as it stands</source>
            <translation>&amp;Оставить как есть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>&amp;Put everything back</source>
            <translation>&amp;Вернуть всё как было</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>An apply did not come to its end</source>
            <translation>Применение изменений не завершено</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Brings back what stood there before</source>
            <translation>Восстанавливает то, что было раньше</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Changes nothing, and does not ask again</source>
            <translation>Ничего не меняет и больше не спрашивает</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Cut off on {portal}</source>
            <translation>Прервано на портале {portal}</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Decide later</source>
            <translation>Решить позже</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Does what is left of the changes</source>
            <translation>Выполняет оставшиеся изменения</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Nothing was sent; it is settled as it stands.</source>
            <translation>Ничего не отправлено; всё оставлено как есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>Stopped.</source>
            <translation>Остановлено.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>What stands half-way</source>
            <translation>Что осталось незавершённым</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/unfinished_dialog.py" />
            <source>{user} began it: {moment}. bxdesk or the connection ended before all was done. This is what stands there now; nothing is changed before you choose.</source>
            <translation>Начало: {user}, {moment}. bxdesk или соединение прервались до завершения. Ниже показано, что там сейчас; ничего не изменится, пока вы не сделаете выбор.</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>&amp;Look at it…</source>
            <translation>Пос&amp;мотреть…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Dismiss</source>
            <translation>Скрыть</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Sign in again…</source>
            <translation>Войти снова…</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>Try again</source>
            <translation>Повторить</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>bxdesk</source>
            <translation>bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/gui/window.py" />
            <source>{portal} — bxdesk</source>
            <translation>{portal} — bxdesk</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>Check that the folder can be written and that the disk has room.</source>
            <translation>Проверьте, что папка доступна для записи и на диске есть место.</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>Mend the file or move it away; bxdesk does not overwrite it.</source>
            <translation>Исправьте файл или переместите его; bxdesk не перезаписывает его.</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>{name} cannot be read: {path}</source>
            <translation>{name}: не удаётся прочитать файл {path}</translation>
        </message>
        <message>
            <location filename="bxdesk/kept_file.py" />
            <source>{name} could not be saved.</source>
            <translation>{name}: не удалось сохранить.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>A permission that {code} needs is missing.</source>
            <translation>Не хватает права, которое нужно для {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Choose a type from the list, or create it on the portal and refresh.</source>
            <translation>Выберите смарт-процесс из списка или создайте его на портале и обновите данные.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare it with the codes that “bxdesk status” lists.</source>
            <translation>Сравните его с кодами, которые выводит «bxdesk status».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Compare the permissions in the app's card with the placement's documentation.</source>
            <translation>Сравните права в карточке приложения с документацией по этому месту.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Open the app's card on the portal, tick this permission, save, and refresh here.</source>
            <translation>Откройте карточку приложения на портале, отметьте это право, сохраните и обновите данные здесь.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Placements that need it stay hidden until the app's card grants it.</source>
            <translation>Места, которым оно нужно, скрыты, пока это право не дано в карточке приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>Register the connector from your application.</source>
            <translation>Зарегистрируйте коннектор из своего приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The app lacks the permission “{permission}”.</source>
            <translation>У приложения нет права «{permission}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The code is misspelt, or the portal's edition or modules do not have this place.</source>
            <translation>В коде опечатка, либо в редакции или модулях портала нет этого места.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The number in a placement's code is the type's entityTypeId, not its id.</source>
            <translation>Номер в коде места — это entityTypeId смарт-процесса, а не его id.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal does not offer {code}.</source>
            <translation>Портал не предлагает {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has no custom type with the number {number}.</source>
            <translation>На портале нет смарт-процесса с номером {number}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal has this place, but hides it from the app.</source>
            <translation>На портале это место есть, но от приложения оно скрыто.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>The portal sets it when a connector is registered (imconnector.register).</source>
            <translation>Портал задаёт его при регистрации коннектора (imconnector.register).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/availability.py" />
            <source>{code} is not set by binding.</source>
            <translation>{code} не задаётся встраиванием.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>Missing or wrong: {names}.</source>
            <translation>Отсутствуют или неверны: {names}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>Take all fields of the POST request, those of its address included.</source>
            <translation>Возьмите все поля POST-запроса, включая поля из его адреса.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/call.py" />
            <source>This is not the call that a portal makes to a handler.</source>
            <translation>Это не тот вызов, с которым портал обращается к обработчику.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Activity</source>
            <translation>Дело</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>BI analytics menu</source>
            <translation>Меню BI-аналитики</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Background worker</source>
            <translation>Фоновый обработчик</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>CRM (crm)</source>
            <translation>CRM (crm)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>CRM timeline button</source>
            <translation>Кнопка в таймлайне CRM</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>CRM, other places</source>
            <translation>CRM, другие места</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Calendar (calendar)</source>
            <translation>Календарь (calendar)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: menu of a message</source>
            <translation>Чат: меню сообщения</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: navigation</source>
            <translation>Чат: навигация</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: side panel</source>
            <translation>Чат: боковая панель</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Chat: under the message field</source>
            <translation>Чат: под полем сообщения</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Company</source>
            <translation>Компания</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Contact</source>
            <translation>Контакт</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Contact Center (contact_center)</source>
            <translation>Контакт-центр (contact_center)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Contact Center tile</source>
            <translation>Плитка в Контакт-центре</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Deal</source>
            <translation>Сделка</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Document button</source>
            <translation>Кнопка документа</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Estimate</source>
            <translation>Предложение</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Invoice</source>
            <translation>Счёт</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Lead</source>
            <translation>Лид</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Main menu</source>
            <translation>Главное меню</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Menu above a list</source>
            <translation>Меню над списком</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Menu of a card</source>
            <translation>Меню карточки</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Menu of a row in a list</source>
            <translation>Меню строки в списке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Menu of a timeline record</source>
            <translation>Меню записи в таймлайне</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Open Channels (imopenlines)</source>
            <translation>Открытые линии (imopenlines)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Order</source>
            <translation>Заказ</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Pipelines</source>
            <translation>Воронки</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Robot designer</source>
            <translation>Дизайнер роботов</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Search for company details</source>
            <translation>Поиск реквизитов компании</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Settings of an Open Channel connector</source>
            <translation>Настройки коннектора Открытых линий</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Tab in a card</source>
            <translation>Вкладка в карточке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Task: tab and side panel</source>
            <translation>Задача: вкладка и боковая панель</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Tasks (task)</source>
            <translation>Задачи (task)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Tasks: menus and panels</source>
            <translation>Задачи: меню и панели</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Telephony (telephony)</source>
            <translation>Телефония (telephony)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>The app's own address</source>
            <translation>Собственный адрес приложения</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>User profile</source>
            <translation>Профиль пользователя</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Users (user)</source>
            <translation>Пользователи (user)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Widget embedding (placement)</source>
            <translation>Встраивание виджетов (placement)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>Workgroups (sonet_group)</source>
            <translation>Рабочие группы (sonet_group)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>type {number}</source>
            <translation>смарт-процесс {number}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>{family}: {object}</source>
            <translation>{family}: {object}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/catalogue.py" />
            <source>{permission}</source>
            <translation>{permission}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>It has {length} characters; a portal stores {limit}.</source>
            <translation>Длина в символах: {length}; портал хранит не больше {limit}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse short names such as “{host}”.</source>
            <translation>Порталы не принимают короткие имена вроде «{host}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Portals refuse {scheme} addresses.</source>
            <translation>Порталы не принимают адреса {scheme}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The handler address is too long.</source>
            <translation>Слишком длинный адрес обработчика.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The handler address must begin with https:// (or http://).</source>
            <translation>Адрес обработчика должен начинаться с https:// (или http://).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>The handler's host must have a dot in it.</source>
            <translation>В имени хоста обработчика должна быть точка.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use a shorter address, for example by moving parameters to your server.</source>
            <translation>Возьмите адрес короче, например перенесите параметры на свой сервер.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Use the full name, as in widgets.example.com; for tries on this computer, 127.0.0.1.</source>
            <translation>Укажите полное имя, например widgets.example.com; для проб на этом компьютере — 127.0.0.1.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/handler.py" />
            <source>Write it as in https://widgets.example.com/bitrix24.</source>
            <translation>Запишите его так: https://widgets.example.com/bitrix24.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Arabic</source>
            <translation>Арабский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Chinese (simplified)</source>
            <translation>Китайский (упрощённый)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Chinese (traditional)</source>
            <translation>Китайский (традиционный)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>English</source>
            <translation>Английский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>French</source>
            <translation>Французский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>German</source>
            <translation>Немецкий</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Indonesian</source>
            <translation>Индонезийский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Italian</source>
            <translation>Итальянский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Japanese</source>
            <translation>Японский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Kazakh</source>
            <translation>Казахский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Malay</source>
            <translation>Малайский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Polish</source>
            <translation>Польский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Portuguese (Brazil)</source>
            <translation>Португальский (Бразилия)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Russian</source>
            <translation>Русский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Spanish</source>
            <translation>Испанский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Spanish (Latin America)</source>
            <translation>Испанский (Латинская Америка)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Thai</source>
            <translation>Тайский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Turkish</source>
            <translation>Турецкий</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Ukrainian</source>
            <translation>Украинский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/languages.py" />
            <source>Vietnamese</source>
            <translation>Вьетнамский</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>A portal holds one binding of a handler at each placement.</source>
            <translation>Портал хранит одно встраивание обработчика в каждом месте.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>Compare it with the types that “bxdesk status” lists. It also says if you or the app may not see them.</source>
            <translation>Сравните с типами, которые выводит «bxdesk status». Там же видно, если они недоступны вам или приложению.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>Name it by its number: {numbers}.</source>
            <translation>Укажите его по номеру: {numbers}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>Nothing was sent. Correct the layout and try again.</source>
            <translation>Ничего не отправлено. Исправьте схему и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>Remove one of the two.</source>
            <translation>Уберите одно из двух.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>The layout cannot be used.</source>
            <translation>Схему использовать нельзя.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>The portal has no custom type called “{title}”.</source>
            <translation>На портале нет смарт-процесса с названием «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>The portal has {count} custom types called “{title}”.</source>
            <translation>Смарт-процессов с названием «{title}» на портале: {count}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>line {line}: {mistake}</source>
            <translation>строка {line}: {mistake}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout.py" />
            <source>{code} with the handler {handler} is wanted twice.</source>
            <translation>{code} с обработчиком {handler} указан дважды.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_export.py" />
            <source>A layout cannot name all that stands there.</source>
            <translation>Схема не может описать всё, что там есть.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>1 (the version of the format)</source>
            <translation>1 (версия формата)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>A layout file is YAML or JSON that begins with “bxdesk: 1”.</source>
            <translation>Файл схемы — это YAML или JSON, который начинается с «bxdesk: 1».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>This is not a layout file: {reason}.</source>
            <translation>Это не файл схемы: {reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a list of placement codes</source>
            <translation>список кодов мест</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a list of widgets</source>
            <translation>список виджетов</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a map of option to text, number or true/false</source>
            <translation>набор пар «параметр — текст, число или true/false»</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a text, or a text for each language</source>
            <translation>текст или текст для каждого языка</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a web address</source>
            <translation>веб-адрес</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a whole number, 0 or more</source>
            <translation>целое число, 0 или больше</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>a widget with its keys</source>
            <translation>виджет с его ключами</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>“{key}” is missing.</source>
            <translation>Не хватает ключа «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>“{key}” is not a key of a layout.</source>
            <translation>В схеме нет ключа «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_file.py" />
            <source>“{key}” must be {expected}.</source>
            <translation>Для «{key}» требуется: {expected}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source> in “{language}”</source>
            <translation> для «{language}»</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>A placement's code is empty.</source>
            <translation>Пустой код места.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The title has no language.</source>
            <translation>У названия не указан язык.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The title{where} is empty.</source>
            <translation>Пустое название{where}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The title{where} is “0”, which a portal takes for none.</source>
            <translation>Название{where} — «0», а портал считает это пустым значением.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The widget has no “handler”, and neither has the file.</source>
            <translation>«handler» не указан ни у виджета, ни в файле.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>The {name}{where} has {length} characters; a portal stores {limit}.</source>
            <translation>Слишком длинный текст ({name}{where}). Длина в символах: {length}; портал хранит не больше {limit}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>There is a {name} in “{language}”, but no title.</source>
            <translation>Для «{language}» есть {name}, но нет названия.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>{placement} needs the option “{key}”.</source>
            <translation>Для {placement} нужен параметр «{key}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“user_id” is possible only for {placement}.</source>
            <translation>«user_id» возможен только для {placement}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“{key}” must be Y or N.</source>
            <translation>Значением «{key}» может быть только Y или N.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“{key}” must be a whole number.</source>
            <translation>Значением «{key}» должно быть целое число.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“{key}” must be whole numbers separated by commas.</source>
            <translation>Значением «{key}» должны быть целые числа через запятую.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/layout_rules.py" />
            <source>“{language}” is not a language; it has two letters, as in “en”.</source>
            <translation>«{language}» — не язык; код языка состоит из двух букв, например «en».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>People see the same widget twice.</source>
            <translation>Люди видят один и тот же виджет дважды.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>Remove the one that is not needed.</source>
            <translation>Уберите лишнее.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/moving.py" />
            <source>{address} and {others} are nearly the same.</source>
            <translation>{address} и {others} почти совпадают.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Address that is told of errors</source>
            <translation>Адрес для сообщений об ошибках</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Administrators</source>
            <translation>Администраторы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>All chats</source>
            <translation>Все чаты</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Also for people from outside (extranet)</source>
            <translation>Также для внешних пользователей (экстранет)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Aqua</source>
            <translation>Аквамариновый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Azure</source>
            <translation>Лазурный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Brown</source>
            <translation>Коричневый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Built-in interface</source>
            <translation>Встроенный интерфейс</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>CRM chats</source>
            <translation>Чаты CRM</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Chats it is shown in</source>
            <translation>В каких чатах показывать</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Chats of two</source>
            <translation>Личные чаты</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Colour</source>
            <translation>Цвет</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Countries (their numbers)</source>
            <translation>Страны (номера)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Dark blue</source>
            <translation>Тёмно-синий</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Graphite</source>
            <translation>Графитовый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Gray</source>
            <translation>Серый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Green</source>
            <translation>Зелёный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Group chats</source>
            <translation>Групповые чаты</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Height of the frame</source>
            <translation>Высота фрейма</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Icon name</source>
            <translation>Имя значка</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Khaki</source>
            <translation>Хаки</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Light blue</source>
            <translation>Голубой</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Lime</source>
            <translation>Лаймовый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Marengo</source>
            <translation>Маренго</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Mint</source>
            <translation>Мятный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Open Channels</source>
            <translation>Открытые линии</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Orange</source>
            <translation>Оранжевый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>People who see it</source>
            <translation>Кто его видит</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Pink</source>
            <translation>Розовый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Purple</source>
            <translation>Фиолетовый</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Red</source>
            <translation>Красный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Sand</source>
            <translation>Песочный</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Text of the notice to new users</source>
            <translation>Текст уведомления для новых пользователей</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Title of the notice to new users</source>
            <translation>Заголовок уведомления для новых пользователей</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Width of the frame</source>
            <translation>Ширина фрейма</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/option_titles.py" />
            <source>Workgroups (their numbers)</source>
            <translation>Рабочие группы (номера)</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>It may have refused a part of it, or somebody else changed it at the same moment.</source>
            <translation>Возможно, он отклонил часть изменения или кто-то изменил то же самое одновременно с вами.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>Refresh, compare, and apply again.</source>
            <translation>Обновите данные, сравните и примените снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/outcome.py" />
            <source>The portal took the change, but what stands there now is something else.</source>
            <translation>Портал принял изменение, но сейчас там стоит другое.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>All pipelines</source>
            <translation>Все воронки</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Analytics menu</source>
            <translation>Меню аналитики</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Analytics toolbar</source>
            <translation>Панель аналитики</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Bank details</source>
            <translation>Банковские реквизиты</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Browser and desktop app</source>
            <translation>Браузер и десктопное приложение</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Call card</source>
            <translation>Карточка звонка</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Company details</source>
            <translation>Реквизиты компании</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu above a person's tasks</source>
            <translation>Меню над задачами сотрудника</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu above a workgroup's tasks</source>
            <translation>Меню над задачами рабочей группы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu of a profile</source>
            <translation>Меню профиля</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu of a task in the list</source>
            <translation>Меню задачи в списке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Menu of a workgroup</source>
            <translation>Меню рабочей группы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Mobile app</source>
            <translation>Мобильное приложение</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Robots of a workgroup</source>
            <translation>Роботы рабочей группы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Robots of tasks</source>
            <translation>Роботы задач</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Search in a card</source>
            <translation>Поиск в карточке</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Side panel of a task</source>
            <translation>Боковая панель задачи</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Tab of a task</source>
            <translation>Вкладка задачи</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Tab of a workgroup</source>
            <translation>Вкладка рабочей группы</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Telephony analytics menu</source>
            <translation>Меню аналитики телефонии</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Toolbar of a profile</source>
            <translation>Панель профиля</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/place_titles.py" />
            <source>Top panel of a task</source>
            <translation>Верхняя панель задачи</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>A portal wants a title in every language that is named.</source>
            <translation>Портал требует название на каждом из указанных языков.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Choose one of the values that are offered.</source>
            <translation>Выберите одно из предложенных значений.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter a whole number.</source>
            <translation>Введите целое число.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter it under Options.</source>
            <translation>Введите его в разделе «Параметры».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter it, or take the language away.</source>
            <translation>Введите его или уберите язык.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter the text that people will see.</source>
            <translation>Введите текст, который увидят люди.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Enter whole numbers with commas between them, as in 1,2.</source>
            <translation>Введите целые числа через запятую, например 1,2.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Shorten it.</source>
            <translation>Сократите его.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The title in {language} is missing.</source>
            <translation>Нет названия (язык: {language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The widget has no title.</source>
            <translation>У виджета нет названия.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The {name} in {language} is too long.</source>
            <translation>Слишком длинный текст: {name} (язык: {language}).</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>The {name} is too long.</source>
            <translation>Слишком длинный текст: {name}.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>Use letters, blanks and hyphens, as in fa-paper-plane; 50 characters at most.</source>
            <translation>Используйте буквы, пробелы и дефисы, например fa-paper-plane; не более 50 символов.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>description</source>
            <translation>описание</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>group</source>
            <translation>группа</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>title</source>
            <translation>название</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>{code} needs the option “{option}”.</source>
            <translation>Для {code} нужен параметр «{option}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/saying.py" />
            <source>“{value}” does not fit the option “{option}”.</source>
            <translation>Значение «{value}» не подходит для параметра «{option}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>It was left alone. Refresh, look at it, and plan again.</source>
            <translation>Там ничего не изменено. Обновите данные, проверьте и составьте план заново.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>Somebody else bound it: “{title}”.</source>
            <translation>Кто-то другой встроил виджет: «{title}».</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>Somebody else changed it. {changes}</source>
            <translation>Кто-то другой внёс изменения. {changes}</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>Somebody else removed it.</source>
            <translation>Кто-то другой убрал это встраивание.</translation>
        </message>
        <message>
            <location filename="bxdesk/placements/standing.py" />
            <source>What stands at {placement} is no longer what the plan was made from.</source>
            <translation>В месте {placement} стоит уже не то, на основе чего составлен план.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Enter it as in the browser's address bar: acme.bitrix24.com.</source>
            <translation>Введите его как в адресной строке браузера: acme.bitrix24.com.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>There is no portal address.</source>
            <translation>Не указан адрес портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>Write the address with https://, or without anything before the name.</source>
            <translation>Укажите адрес с https:// или без ничего перед именем.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>bxdesk talks to portals over https only.</source>
            <translation>bxdesk обращается к порталам только по https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>“{given}” is not a web address.</source>
            <translation>«{given}» — не веб-адрес.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/address.py" />
            <source>“{given}” is not the address of a portal.</source>
            <translation>«{given}» — не адрес портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add a local application to the portal and sign in with its keys.</source>
            <translation>Добавьте на портал локальное приложение и войдите с его ключами.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Add the app to the portal again, then sign in with its new keys.</source>
            <translation>Добавьте приложение на портал снова и войдите с его новыми ключами.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>An app may bind this placement only once.</source>
            <translation>Приложение может встроиться в это место только один раз.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask an administrator to give you access to the app.</source>
            <translation>Попросите администратора дать вам доступ к приложению.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's owner to change the plan, or to activate a trial of the market.</source>
            <translation>Попросите владельца портала сменить тариф или включить пробный период Маркета.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Ask the portal's support to lift the block.</source>
            <translation>Попросите поддержку портала снять блокировку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Bind it for everybody.</source>
            <translation>Встройте его для всех.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address and your network, then try again.</source>
            <translation>Проверьте адрес и сеть и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the address; if it is right, try again in a moment.</source>
            <translation>Проверьте адрес; если он верен, повторите попытку чуть позже.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Check the code and the permissions in the app's card.</source>
            <translation>Проверьте код и права в карточке приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Copy both again from the app's card on the portal.</source>
            <translation>Скопируйте оба значения заново из карточки приложения на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct the permissions in the app's card.</source>
            <translation>Исправьте права в карточке приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Correct what it names, then apply again.</source>
            <translation>Исправьте то, что указал портал, и примените снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>It points to {location}.</source>
            <translation>Он указывает на {location}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Name it in the options.</source>
            <translation>Укажите его в параметрах.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Open the app's card on the portal, save it, then sign in again.</source>
            <translation>Откройте карточку приложения на портале, сохраните её и войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Open the app's card on the portal, tick the permission, save, and refresh here.</source>
            <translation>Откройте карточку приложения на портале, отметьте право, сохраните и обновите данные здесь.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Refresh to see what it did, then try again.</source>
            <translation>Обновите данные, чтобы увидеть результат, и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Remove the binding that stands there first.</source>
            <translation>Сначала уберите встраивание, которое там стоит.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Renew it on the portal, then try again.</source>
            <translation>Продлите его на портале и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in again with the new address.</source>
            <translation>Войдите снова с новым адресом.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign in as an administrator of the portal, or ask one to do this.</source>
            <translation>Войдите как администратор портала или попросите администратора сделать это.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Sign out of it here.</source>
            <translation>Выйдите из него здесь.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The address may belong to something else, or a proxy or the portal failed on the way.</source>
            <translation>Возможно, по этому адресу не портал, либо произошёл сбой прокси или портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app asks for a permission the portal does not know.</source>
            <translation>Приложение запрашивает право, которого портал не знает.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is closed to you.</source>
            <translation>Приложение вам недоступно.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is no longer on the portal.</source>
            <translation>Приложения больше нет на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app is not installed on the portal.</source>
            <translation>Приложение не установлено на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The app lacks a permission for this.</source>
            <translation>У приложения нет права на это действие.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The authorization server did not understand the request.</source>
            <translation>Сервер авторизации не понял запрос.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The client ID or the client secret is wrong.</source>
            <translation>Неверный код приложения (client_id) или ключ приложения (client_secret).</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The paid period of the app or the portal has ended.</source>
            <translation>Оплаченный период приложения или портала закончился.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal allows no more of this for some minutes.</source>
            <translation>Ближайшие несколько минут портал больше не разрешает таких запросов.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal does not allow this.</source>
            <translation>Портал не разрешает это действие.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal does not offer this placement to the app.</source>
            <translation>Портал не предлагает приложению это место.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal failed inside.</source>
            <translation>На портале произошла внутренняя ошибка.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is asked too often.</source>
            <translation>Слишком частые запросы к порталу.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is blocked because of overload.</source>
            <translation>Портал заблокирован из-за перегрузки.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal is too old for this.</source>
            <translation>Портал слишком старый для этого.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal no longer accepts this session.</source>
            <translation>Портал больше не принимает этот сеанс.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal no longer exists.</source>
            <translation>Портал больше не существует.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal received no sign-in with the request.</source>
            <translation>Портал не получил данных авторизации вместе с запросом.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refused: {reason}</source>
            <translation>Портал отказал: {reason}</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses a part of the widget.</source>
            <translation>Портал не принимает часть данных виджета.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the handler's address.</source>
            <translation>Портал не принимает адрес обработчика.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal refuses the handler's protocol.</source>
            <translation>Портал не принимает протокол обработчика.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's code for this is {code}.</source>
            <translation>Код ошибки на портале: {code}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The portal's plan does not include REST.</source>
            <translation>Тариф портала не включает REST.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session has ended.</source>
            <translation>Сеанс завершён.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>The session's key has run out.</source>
            <translation>Срок действия ключа сеанса истёк.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This needs an application, not a webhook.</source>
            <translation>Для этого нужно приложение, а не вебхук.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement cannot be bound for a single user.</source>
            <translation>В это место нельзя встроить виджет для отдельного пользователя.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement needs the option “errorHandlerUrl”.</source>
            <translation>Для этого места нужен параметр «errorHandlerUrl».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This placement needs the option “iconName”.</source>
            <translation>Для этого места нужен параметр «iconName».</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>This portal wants the handler on the app's own host.</source>
            <translation>Этот портал требует, чтобы обработчик был на хосте самого приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try again in ten minutes.</source>
            <translation>Повторите попытку через десять минут.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Try to sign in again.</source>
            <translation>Попробуйте войти снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Update the portal.</source>
            <translation>Обновите портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an address on the host that stands in the app's card.</source>
            <translation>Укажите адрес на хосте из карточки приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an https address with a full host name.</source>
            <translation>Укажите адрес https с полным именем хоста.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Use an https address.</source>
            <translation>Укажите адрес https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>Wait a moment and try again.</source>
            <translation>Немного подождите и повторите попытку.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} answers under another address now.</source>
            <translation>{host} теперь отвечает по другому адресу.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} does not answer.</source>
            <translation>{host} не отвечает.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{host} gave an answer that is not a portal's.</source>
            <translation>{host} отвечает не так, как портал.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/errors.py" />
            <source>{reason}.</source>
            <translation>{reason}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/limits.py" />
            <source>Waiting: {host} takes only so many requests a second…</source>
            <translation>Ожидание: {host} ограничивает число запросов в секунду…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>A code works once, and for 30 seconds.</source>
            <translation>Код действует один раз и в течение 30 секунд.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>If it is your own server, enter it as the authorization server and sign in again.</source>
            <translation>Если это ваш собственный сервер, укажите его как сервер авторизации и войдите снова.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>The client secret was not sent there.</source>
            <translation>Ключ приложения (client_secret) туда не отправлен.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>The portal names an authorization server that bxdesk does not know: {server}.</source>
            <translation>Портал указывает сервер авторизации, который неизвестен bxdesk: {server}.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/oauth.py" />
            <source>The sign-in code is no longer good.</source>
            <translation>Код входа больше не действует.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>No usable answer from {host}; asking again…</source>
            <translation>Нет пригодного ответа от {host}; повторный запрос…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting {seconds} s: {host} allows no more for now…</source>
            <translation>Ожидание, {seconds} с: {host} пока больше не разрешает…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/rest.py" />
            <source>Waiting: {host} gave a part of the answer only…</source>
            <translation>Ожидание: {host} передал только часть ответа…</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>A portal shows no widget of an app before its installation is complete, and says so nowhere.</source>
            <translation>Портал не показывает виджеты приложения, пока его установка не завершена, и нигде об этом не сообщает.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Only administrators may see custom types, and see and change an app's widgets.</source>
            <translation>Только администраторы могут видеть смарт-процессы, а также видеть и менять виджеты приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Open the app's card on the portal, tick “Script only (no user interface)”, leave the install path empty and save. An app with an interface is complete when its install page calls BX24.installFinish() inside the portal.</source>
            <translation>Откройте карточку приложения на портале, отметьте «Использует только API», оставьте путь для первоначальной установки пустым и сохраните. Установка приложения с интерфейсом завершается, когда его страница установки вызывает BX24.installFinish() внутри портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Renew it on the portal.</source>
            <translation>Продлите его на портале.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>Sign in as an administrator, or ask one to do this.</source>
            <translation>Войдите как администратор или попросите администратора сделать это.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The app's paid period has ended.</source>
            <translation>Оплаченный период приложения закончился.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The application is not fully installed: widgets stay hidden.</source>
            <translation>Приложение установлено не до конца: виджеты скрыты.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The portal does not show its custom types.</source>
            <translation>Портал не показывает свои смарт-процессы.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>The portal does not show the app's widgets.</source>
            <translation>Портал не показывает виджеты приложения.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/snapshot.py" />
            <source>{name} is not an administrator of the portal.</source>
            <translation>{name} — не администратор портала.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/transport.py" />
            <source>Enter it as in http://proxy.example.com:3128, or choose to go without one.</source>
            <translation>Введите его в виде http://proxy.example.com:3128 или выберите работу без прокси.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/transport.py" />
            <source>Only http and https proxies are possible.</source>
            <translation>Возможны только прокси http и https.</translation>
        </message>
        <message>
            <location filename="bxdesk/portal/transport.py" />
            <source>“{proxy}” is not a proxy that bxdesk can use.</source>
            <translation>«{proxy}» — не прокси, который bxdesk может использовать.</translation>
        </message>
        <message>
            <location filename="bxdesk/settings.py" />
            <source>The settings</source>
            <translation>Настройки</translation>
        </message>
    </context>
</TS>
