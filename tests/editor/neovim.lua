-- Plays an officer at work in Neovim, and writes down what the editor was told. Asked by tests/editor/test_neovim.py:
-- SOA_PROGRAM is the Python that runs soa, SOA_FOLDER the agreement's folder, SOA_ANSWERS the file to write.

local folder, told = vim.env.SOA_FOLDER, {}
local PATIENCE = 60000 -- milliseconds after which a server that says nothing is given up

local function note_failure(failure)
  told.failure = tostring(failure) .. "\n" .. debug.traceback()
end

local function wait(what, condition)
  if not vim.wait(PATIENCE, condition, 20) then
    error("waited in vain for " .. what)
  end
end

local client = vim.lsp.start_client({
  name = "soa",
  cmd = { vim.env.SOA_PROGRAM, "-m", "soa", "lsp", "--as-of", "2013-06-01" },
  root_dir = folder,
})

local function open(name)
  vim.cmd("edit " .. vim.fn.fnameescape(folder .. "/" .. name))
  local buffer = vim.api.nvim_get_current_buf()
  vim.lsp.buf_attach_client(buffer, client)
  return buffer
end

-- What the editor shows of a buffer, in characters: rule, severity, line, and the words it marks.
local function shown(buffer)
  local lines = vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, {
      rule = one.code or one.user_data.lsp.code,
      severity = one.severity,
      line = one.lnum,
      message = one.message,
      source = one.source,
      words = one.lnum == one.end_lnum and lines[one.lnum + 1]:sub(one.col + 1, one.end_col) or "",
    })
  end
  return found
end

local function has(buffer, rule)
  for _, one in ipairs(shown(buffer)) do
    if one.rule == rule then
      return true
    end
  end
  return false
end

local function find(buffer, text)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(buffer, 0, -1, false)) do
    local column = line:find(text, 1, true)
    if column then
      return number - 1, column - 1
    end
  end
  error("no line has " .. text)
end

local function ask(buffer, method, parameters)
  local answers = vim.lsp.buf_request_sync(buffer, method, parameters, PATIENCE)
  assert(answers and answers[client], "no answer to " .. method)
  assert(not answers[client].error, vim.inspect(answers[client].error))
  return answers[client].result
end

-- Puts the cursor of the current window on a text, and names the place as a request does.
local function at(text)
  local row, column = find(0, text)
  vim.api.nvim_win_set_cursor(0, { row + 1, column })
  return vim.lsp.util.make_position_params(0, "utf-16")
end

local function replace(buffer, old, new)
  local row, column = find(buffer, old)
  vim.api.nvim_buf_set_text(buffer, row, column, row, column + #old, { new })
end

local function line_of(buffer, row)
  return vim.api.nvim_buf_get_lines(buffer, row, row + 1, false)[1]
end

local function officer()
  local plan = open("soa.yaml")
  wait("findings", function() return has(plan, "broken-reference") end)
  told.opened = shown(plan)

  told.hover_finding = ask(plan, "textDocument/hover", at("counsil")).contents
  told.hover_key = ask(plan, "textDocument/hover", at("lead:")).contents
  told.outline = ask(plan, "textDocument/documentSymbol", { textDocument = vim.lsp.util.make_text_document_params(plan) })

  local asked = at("counsil")
  local start = asked.position
  asked.range = { start = start, ["end"] = start }
  asked.context = { diagnostics = {} }
  local actions = ask(plan, "textDocument/codeAction", asked)
  told.actions = {}
  for _, action in ipairs(actions) do
    table.insert(told.actions, { title = action.title, kind = action.kind, preferred = action.isPreferred })
  end
  vim.lsp.util.apply_workspace_edit(actions[1].edit, "utf-16")
  told.mended_line = line_of(plan, start.line)
  wait("the finding to go", function() return not has(plan, "broken-reference") end)

  local half = at("owner: tsi")
  replace(plan, "owner: tsi", "owner: ")
  half.position.character = half.position.character + #"owner: "
  told.completion = ask(plan, "textDocument/completion", half)
  vim.lsp.util.apply_text_edits({ told.completion.items[3].textEdit }, plan, "utf-16")
  told.chosen_line = line_of(plan, half.position.line)

  replace(plan, "status: consultation", "status: consultaton")
  wait("the new finding", function() return has(plan, "unknown-word") end)
  replace(plan, "status: consultaton", "status: consultation")
  wait("it to go again", function() return not has(plan, "unknown-word") end)

  local money = open("money.yaml")
  replace(money, "partner: council", "partner: nobody")
  wait("the part's finding", function() return has(money, "broken-reference") end)
  told.part = shown(money)

  vim.cmd("bdelete! " .. money)
  wait("the part as on disk", function() return #vim.diagnostic.get(money) == 0 end)
end

local ran = xpcall(officer, note_failure)
vim.lsp.stop_client(client)
local ended = vim.wait(PATIENCE, function() return vim.lsp.client_is_stopped(client) end, 20)
told.ended = ran and ended
local file = assert(io.open(vim.env.SOA_ANSWERS, "w"))
file:write(vim.fn.json_encode(told))
file:close()
vim.cmd("qall!")
